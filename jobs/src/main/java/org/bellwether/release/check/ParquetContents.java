package org.bellwether.release.check;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;

/** A Parquet file as parquet-java, a reader that did not write it, understands it. Values are plain Java objects. */
public final class ParquetContents {

    /** Bytes of a text from which on statistics may have cut it off. */
    private static final int CUT_OFF = 256;

    private final InputFile file;
    private final MessageType schema;
    private final List<BlockMetaData> blocks;
    private final long rows;

    private ParquetContents(InputFile file, ParquetFileReader reader) {
        this.file = file;
        this.schema = reader.getFileMetaData().getSchema();
        this.blocks = reader.getFooter().getBlocks();
        this.rows = reader.getRecordCount();
    }

    /** Smallest and largest value, null where the file does not say, and the number of nulls. */
    public record Range(Object least, Object greatest, long nulls) {
    }

    public static ParquetContents of(Path path) throws IOException {
        InputFile file = new LocalInputFile(path);
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
        try (ParquetFileReader reader = ParquetFileReader.open(file, options)) {
            return new ParquetContents(file, reader);
        }
    }

    public long rows() {
        return rows;
    }

    public List<String> columns() {
        return schema.getFields().stream().map(field -> field.getName()).toList();
    }

    /** The range of each column: what the footer's statistics say over all row groups, else what the values themselves say. */
    public Map<String, Range> ranges() throws IOException {
        Map<String, Statistics<?>> merged = new LinkedHashMap<>();
        Set<String> untold = new LinkedHashSet<>();
        for (BlockMetaData block : blocks) {
            for (ColumnChunkMetaData chunk : block.getColumns()) {
                String column = chunk.getPath().toDotString();
                if (!isTold(chunk)) {
                    untold.add(column);
                }
                merged.merge(column, chunk.getStatistics().copy(), (sum, next) -> {
                    sum.mergeStatistics(next);
                    return sum;
                });
            }
        }
        Map<String, Range> ranges = new LinkedHashMap<>();
        merged.forEach((column, statistics) -> ranges.put(column, untold.contains(column) ? null : range(statistics)));
        if (!untold.isEmpty()) {
            ranges.putAll(ColumnRanges.read(file, schema, untold));
        }
        return ranges;
    }

    /** Whether the statistics tell the range: of long texts they have the beginning or nothing, and nothing where there is a NaN. */
    private static boolean isTold(ColumnChunkMetaData chunk) {
        Statistics<?> statistics = chunk.getStatistics();
        if (!statistics.isNumNullsSet()) {
            return false;
        }
        return statistics.hasNonNullValue() ? statistics.getMinBytes().length < CUT_OFF && statistics.getMaxBytes().length < CUT_OFF
                : statistics.getNumNulls() == chunk.getValueCount();
    }

    private static Range range(Statistics<?> statistics) {
        boolean known = statistics.hasNonNullValue();
        return known ? range(statistics.type(), statistics.genericGetMin(), statistics.genericGetMax(), statistics.getNumNulls())
                : new Range(null, null, statistics.getNumNulls());
    }

    /** A range of stored values, which mean this by their type. */
    static Range range(PrimitiveType type, Object least, Object greatest, long nulls) {
        return new Range(value(type, least), value(type, greatest), nulls);
    }

    /** Two noughts are one number, whatever their sign: Parquet tells 0 as -0.0 where it is the least. Adding 0 takes the sign away. */
    static Object unsignedNought(Object value) {
        return value instanceof Double number ? Double.valueOf(number + 0.0) : value;
    }

    /** The rows in the file's order; the caller closes it. */
    public Rows read() throws IOException {
        return new Rows(new GroupReader(file).build());
    }

    /** A walk through the rows. */
    public final class Rows implements AutoCloseable {

        private final ParquetReader<Group> reader;

        private Rows(ParquetReader<Group> reader) {
            this.reader = reader;
        }

        /** The next row's values, or null at the end. */
        public List<Object> next() throws IOException {
            Group group = reader.read();
            if (group == null) {
                return null;
            }
            List<Object> values = new ArrayList<>();
            for (int field = 0; field < schema.getFieldCount(); field++) {
                values.add(group.getFieldRepetitionCount(field) == 0 ? null
                        : value(schema.getType(field).asPrimitiveType(), stored(group, field)));
            }
            return values;
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }

    private Object stored(Group group, int field) {
        return stored(schema, group, field);
    }

    static Object stored(MessageType schema, Group group, int field) {
        return switch (schema.getType(field).asPrimitiveType().getPrimitiveTypeName()) {
            case INT32 -> group.getInteger(field, 0);
            case INT64 -> group.getLong(field, 0);
            case DOUBLE -> group.getDouble(field, 0);
            case BOOLEAN -> group.getBoolean(field, 0);
            default -> group.getBinary(field, 0);
        };
    }

    /** What a stored value means by its logical type. */
    private static Object value(PrimitiveType type, Object stored) {
        if (stored == null) {
            return null;
        }
        LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
        if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
            BigInteger unscaled = stored instanceof Binary binary ? new BigInteger(binary.getBytes())
                    : BigInteger.valueOf(((Number) stored).longValue());
            return new BigDecimal(unscaled, decimal.getScale());
        }
        if (logical instanceof LogicalTypeAnnotation.DateLogicalTypeAnnotation) {
            return LocalDate.ofEpochDay((Integer) stored);
        }
        if (logical instanceof LogicalTypeAnnotation.TimestampLogicalTypeAnnotation) {
            return LocalDateTime.ofInstant(Instant.EPOCH.plus((Long) stored, ChronoUnit.MICROS), ZoneOffset.UTC);
        }
        return stored instanceof Binary binary ? binary.toStringUsingUTF8() : unsignedNought(stored);
    }

    static final class GroupReader extends ParquetReader.Builder<Group> {

        GroupReader(InputFile file) {
            super(file, new PlainParquetConfiguration());
        }

        /** Reads these columns alone. */
        GroupReader(InputFile file, MessageType columns) {
            super(file, new PlainParquetConfiguration(Map.of(ReadSupport.PARQUET_READ_SCHEMA, columns.toString())));
        }

        @Override
        protected ReadSupport<Group> getReadSupport() {
            return new GroupReadSupport();
        }
    }
}
