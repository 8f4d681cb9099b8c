package org.bellwether.intake.workbook;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVPrinter;
import org.bellwether.config.Settings;
import org.bellwether.config.Shown;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.engine.CsvDialect;
import org.bellwether.intake.HomeFault;
import org.bellwether.intake.archive.Member;
import org.bellwether.intake.archive.Packed;
import org.bellwether.intake.archive.WorkbookKind;
import org.bellwether.intake.archive.ZipContents;
import org.bellwether.intake.profile.FileError;

/**
 * A workbook: each of its sheets whose columns are those of a return is received as a CSV. Row n of the sheet is line n of it, so that what is
 * told of a line is told of the row; its header, wherever it stands, is line 1.
 */
public final class Workbook implements Packed {

    private static final String NOT_TAKEN = "FILE-055";
    private static final String UNKNOWN = "FILE-011";
    private static final String OTHER_UNIT = "FILE-071";

    private final Path file;
    private final String name;
    private final WorkbookKind kind;
    private final ContractCatalog catalog;

    public Workbook(Path file, WorkbookKind kind, ContractCatalog catalog) {
        this.file = file;
        this.name = file.getFileName().toString();
        this.kind = kind;
        this.catalog = catalog;
    }

    /** The name of a sheet as that of a file. */
    static String member(String sheet) {
        return Shown.fileName(sheet).replaceAll("[/\\\\:]", "_") + ".csv";
    }

    @Override
    public ZipContents contents(Settings.Inbox limits) {
        try (SheetBook book = open()) {
            List<Member> members = new ArrayList<>();
            List<String> passedOver = new ArrayList<>();
            List<FileError> faults = new ArrayList<>();
            SheetFinder finder = new SheetFinder(catalog, name);
            Map<String, SheetInput> inputs = inputs(book, finder, passedOver, faults);
            for (Map.Entry<String, SheetInput> input : inputs.entrySet()) {
                members.add(new Member(input.getKey(), Instant.ofEpochSecond(input.getValue().sheet().place())));
                SheetFinder.bounded(book, input.getValue()).leftOut().stream().filter(rows -> !passedOver.contains(rows)).forEach(passedOver::add);
            }
            for (Sheet sheet : inputs.values().stream().filter(SheetInput::isLaidOut).map(SheetInput::sheet).distinct().toList()) {
                FailedColumns.unread(book, sheet, inputs.values().stream().filter(input -> input.sheet().equals(sheet)).toList()).ifPresent(passedOver::add);
            }
            if (members.isEmpty() && faults.isEmpty()) {
                return ZipContents.unusable(FileError.of(UNKNOWN, name, nothing(passedOver, finder)));
            }
            return new RivalSheets(catalog, name).leftOut(new ZipContents(List.copyOf(members), List.copyOf(passedOver), List.copyOf(faults), null), inputs);
        } catch (LockedBookException e) {
            return ZipContents.unusable(FileError.of(NOT_TAKEN, name, "it is an " + kind.title() + " that a password protects"));
        } catch (IOException | RuntimeException e) {
            throwHomeFault(e);
            return ZipContents.unusable(FileError.of(NOT_TAKEN, name, "it is an " + kind.title() + " that cannot be read"));
        }
    }

    @Override
    public List<String> names() {
        try (SheetBook book = open()) {
            return List.copyOf(inputs(book, new SheetFinder(catalog, name), new ArrayList<>(), new ArrayList<>()).keySet());
        } catch (IOException | RuntimeException e) {
            throwHomeFault(e);
            return List.of();
        }
    }

    @Override
    public List<String> header(String member) throws IOException {
        try (SheetBook book = open()) {
            return inputs(book, new SheetFinder(catalog, name), new ArrayList<>(), new ArrayList<>()).get(member).fields().stream().map(SheetInput.Field::header).toList();
        }
    }

    @Override
    public void extract(String member, Path target) throws IOException {
        try (SheetBook book = open()) {
            SheetInput input = SheetFinder.bounded(book, inputs(book, new SheetFinder(catalog, name), new ArrayList<>(), new ArrayList<>()).get(member));
            try (BufferedWriter writer = Files.newBufferedWriter(target, StandardCharsets.UTF_8); CSVPrinter csv = new CSVPrinter(writer, CsvDialect.writing())) {
                csv.printRecord(input.fields().stream().map(SheetInput.Field::header).toList());
                int[] line = {2};
                book.rows(input.sheet(), (number, cells) -> {
                    if (number > input.headerRow() && number <= input.lastRow() && !SheetFinder.isTotal(cells, input.totals())) {
                        for (; line[0] < number; line[0]++) {
                            csv.println();
                        }
                        csv.printRecord(input.fields().stream().map(field -> field.text(cells)).toList());
                        line[0]++;
                    }
                    return number < input.lastRow();
                });
            }
        }
    }

    /** By the names of the files that they become. */
    private Map<String, SheetInput> inputs(SheetBook book, SheetFinder finder, List<String> passedOver, List<FileError> faults) throws IOException {
        Map<String, SheetInput> inputs = new LinkedHashMap<>();
        for (Sheet sheet : book.sheets()) {
            List<SheetInput> found = finder.find(book, sheet);
            if (sheet.isHidden()) {
                passedOver.add(Shown.text(sheet.name()) + (found.isEmpty() ? "" : ", which is hidden"));
            } else if (finder.otherUnit() != null) {
                faults.add(FileError.of(OTHER_UNIT, member(sheet.name()), finder.otherUnit()));
            } else if (found.isEmpty()) {
                passedOver.add(Shown.text(sheet.name()));
            } else {
                for (SheetInput input : found) {
                    String free = member(input.name());
                    for (int other = 2; inputs.containsKey(free); other++) {
                        free = other + "_" + member(input.name());
                    }
                    inputs.put(free, input);
                }
            }
        }
        return inputs;
    }

    private static String nothing(List<String> passedOver, SheetFinder finder) {
        if (passedOver.stream().anyMatch(sheet -> sheet.endsWith(", which is hidden"))) {
            return "the sheet with the columns of a return is hidden";
        }
        return finder.nearest().map(near -> "none of its sheets has the columns of a return; nearest is " + near.returnName() + ", of which it lacks "
                + String.join(", ", near.lacking())).orElse("none of its sheets has the columns of a return");
    }

    private SheetBook open() throws IOException {
        return kind == WorkbookKind.ODS ? new OdsBook(file) : new XlsxBook(file);
    }

    private static void throwHomeFault(Exception failure) {
        if (HomeFault.is(failure)) {
            throw failure instanceof RuntimeException known ? known : new UncheckedIOException((IOException) failure);
        }
    }
}
