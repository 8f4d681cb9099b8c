package org.bellwether.release.check;

import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;

/** Ranges of columns of a Parquet file by their values, in the order that the format has for their type. */
final class ColumnRanges {

    private ColumnRanges() {
    }

    static Map<String, ParquetContents.Range> read(InputFile file, MessageType schema, Set<String> columns) throws IOException {
        MessageType wanted = new MessageType(schema.getName(),
                schema.getFields().stream().filter(field -> columns.contains(field.getName())).toList());
        Object[] least = new Object[wanted.getFieldCount()];
        Object[] greatest = new Object[wanted.getFieldCount()];
        long[] nulls = new long[wanted.getFieldCount()];
        try (ParquetReader<Group> rows = new ParquetContents.GroupReader(file, wanted).build()) {
            for (Group row = rows.read(); row != null; row = rows.read()) {
                for (int field = 0; field < nulls.length; field++) {
                    if (row.getFieldRepetitionCount(field) == 0) {
                        nulls[field]++;
                    } else {
                        Object value = ParquetContents.stored(wanted, row, field);
                        Comparator<Object> order = order(wanted.getType(field).asPrimitiveType());
                        least[field] = least[field] == null || order.compare(value, least[field]) < 0 ? value : least[field];
                        greatest[field] = greatest[field] == null || order.compare(value, greatest[field]) > 0 ? value : greatest[field];
                    }
                }
            }
        }
        Map<String, ParquetContents.Range> ranges = new LinkedHashMap<>();
        for (int field = 0; field < nulls.length; field++) {
            PrimitiveType type = wanted.getType(field).asPrimitiveType();
            ranges.put(type.getName(), ParquetContents.range(type, least[field], greatest[field], nulls[field]));
        }
        return ranges;
    }

    private static Comparator<Object> order(PrimitiveType type) {
        return type.comparator();
    }
}
