package org.bellwether.app.privacy.received;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.bellwether.contract.ReturnContract;
import org.bellwether.contract.TableContract;
import org.bellwether.engine.CsvDialect;
import org.bellwether.intake.profile.CsvText;

/**
 * Finds the records of a pupil in the CSV files of one submission: those in which a cell is a UPN of the pupil, and in files without UPNs those
 * that hang on such a record of another file. Parents are read before their children.
 */
public final class CsvPieces {

    private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

    private final Pupil pupil;
    private final Pattern mention;
    private final Optional<ReturnContract> contract;
    private final Map<TableContract.Parent, Set<List<String>>> parents = new HashMap<>();

    /** @param contract of the return; empty where the files were not recognised */
    public CsvPieces(Pupil pupil, Optional<ReturnContract> contract) {
        this.pupil = pupil;
        this.mention = ReceivedBytes.mention(pupil);
        this.contract = contract;
        contract.ifPresent(known -> known.tables().values().forEach(table ->
                table.parent().ifPresent(parent -> parents.put(parent, new HashSet<>()))));
    }

    /** @param table that the file was read as; null where it was not recognised */
    public PupilPieces of(Path file, String table) throws IOException {
        Optional<TableContract> known = contract.filter(one -> table != null && one.tables().containsKey(table)).map(one -> one.table(table));
        PupilPieces found = new PupilPieces();
        try (CSVParser parser = CSVParser.builder().setReader(ReceivedBytes.reader(file)).setFormat(CsvDialect.reading()).get()) {
            Map<String, Integer> places = Map.of();
            CSVRecord record = null;
            boolean isHeader = true;
            long line = 0;
            for (CSVRecord next : parser) {
                if (record != null) {
                    look(found, record, next.getCharacterPosition(), line, places, known);
                } else if (isHeader) {
                    places = known.map(one -> one.locate(header(next)).positions()).orElse(Map.of());
                    isHeader = false;
                    continue;
                }
                record = next;
                line = CsvText.beginning(parser, next);
            }
            if (record != null) {
                look(found, record, Long.MAX_VALUE, line, places, known);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return found;
    }

    private void look(PupilPieces found, CSVRecord record, long end, long line, Map<String, Integer> places, Optional<TableContract> table) throws IOException {
        boolean isOfPupil = record.stream().anyMatch(pupil::isNamedBy) || table.flatMap(TableContract::parent)
                .filter(parent -> key(record, parent.by(), places).filter(parents.get(parent)::contains).isPresent()).isPresent();
        if (isOfPupil) {
            found.addRow(table.map(TableContract::name).orElse(""), line, record.getCharacterPosition(), end);
            parents.forEach((parent, keys) -> table.filter(one -> one.name().equals(parent.table()))
                    .flatMap(one -> key(record, parent.by(), places)).ifPresent(keys::add));
        } else if (record.stream().anyMatch(cell -> mention.matcher(cell).find())) {
            found.addMention(record.getCharacterPosition(), end);
        }
    }

    private static Optional<List<String>> key(CSVRecord record, List<String> columns, Map<String, Integer> places) {
        return columns.stream().allMatch(column -> places.containsKey(column) && places.get(column) < record.size())
                ? Optional.of(columns.stream().map(column -> record.get(places.get(column)).strip()).toList()) : Optional.empty();
    }

    private static List<String> header(CSVRecord record) {
        return StreamSupport.stream(record.spliterator(), false).map(name -> name.startsWith(BYTE_ORDER_MARK) ? name.substring(BYTE_ORDER_MARK.length()) : name)
                .toList();
    }
}
