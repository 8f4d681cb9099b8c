package org.bellwether.intake.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bellwether.contract.Headers;
import org.bellwether.contract.ReturnContract;
import org.bellwether.contract.SheetLayout;
import org.bellwether.contract.TableContract;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.intake.workbook.SheetInput.Field;

/** Finds what of a sheet is the input of a return whose contract says where workbooks have its columns. */
final class SheetLayouts {

    private final ContractCatalog catalog;
    private final String bookName;
    private boolean otherUnit;

    SheetLayouts(ContractCatalog catalog, String bookName) {
        this.catalog = catalog;
        this.bookName = bookName;
    }

    /** The tables whose header ends with the last row; nothing where it is that of none. */
    List<SheetInput> inputs(SheetBook book, Sheet sheet, SheetHeader header) throws IOException {
        List<SheetInput> inputs = new ArrayList<>();
        List<String> joined = header.joined();
        for (ReturnContract contract : catalog.returns()) {
            for (TableContract table : contract.latest().tables().values()) {
                for (SheetLayout layout : table.sheets()) {
                    for (SheetLayout.Part part : layout.parts()) {
                        Map<String, Integer> places = places(part.columns(), joined);
                        if (places.size() == part.columns().size() && isOtherUnit(places, header)) {
                            otherUnit = true;
                        } else if (places.size() == part.columns().size()) {
                            inputs.add(new SheetInput(sheet, sheet.name() + " " + part.name(), header.last(), 0,
                                    fields(book, table, layout, part, places, header), layout.leave(), List.of(), true));
                        }
                    }
                }
            }
        }
        return inputs;
    }

    /** Whether a table was found whose amounts may not be in pounds; asked once. */
    boolean wasOtherUnit() {
        boolean was = otherUnit;
        otherUnit = false;
        return was;
    }

    private static boolean isOtherUnit(Map<String, Integer> places, SheetHeader header) {
        List<String> joined = header.joined();
        return Unit.isOtherThanPounds(header.above())
                && places.entrySet().stream().anyMatch(place -> place.getKey().endsWith("_gbp") && !Unit.isIn(joined.get(place.getValue())));
    }

    private List<Field> fields(SheetBook book, TableContract table, SheetLayout layout, SheetLayout.Part part, Map<String, Integer> places, SheetHeader header)
            throws IOException {
        List<String> joined = header.joined();
        List<Field> fields = new ArrayList<>();
        layout.at().forEach((column, number) -> fields.add(Field.at(name(table, column), number - 1, null)));
        part.texts().forEach((column, text) -> fields.add(Field.always(name(table, column), text)));
        constants(table, layout.title(), header.said(), fields);
        constants(table, layout.file(), bookName, fields);
        places.forEach((column, place) -> fields.add(Field.at(name(table, column), place, Unit.within(joined.get(place)).map(Unit::factor).orElse(null))));
        part.right().forEach((column, of) -> {
            if (!places.containsValue(places.get(of) + 1)) {
                fields.add(Field.at(name(table, column), places.get(of) + 1, null));
            }
        });
        for (SheetLayout.Beside beside : part.beside()) {
            int by = layout.at().get(beside.by()) - 1;
            beside(book, beside, by).forEach((column, texts) -> fields.add(new Field(name(table, column), by, null, null, texts)));
        }
        return fields;
    }

    /** What the pattern has not found, or found twice and different, is left out: preflight says which column a file lacks. */
    private static void constants(TableContract table, Map<String, Pattern> patterns, String text, List<Field> fields) {
        patterns.forEach((column, pattern) -> {
            List<String> found = pattern.matcher(text).results()
                    .map(each -> IntStream.rangeClosed(1, each.groupCount()).mapToObj(each::group).collect(Collectors.joining("-"))).distinct().toList();
            if (found.size() == 1) {
                fields.add(Field.always(name(table, column), found.get(0)));
            }
        });
    }

    /** Of the first sheet that has the columns, their texts by the text of the column that both sheets have. */
    private static Map<String, Map<String, String>> beside(SheetBook book, SheetLayout.Beside beside, int by) throws IOException {
        Map<String, Map<String, String>> texts = new HashMap<>();
        for (Sheet sheet : book.sheets()) {
            SheetHeader header = new SheetHeader();
            Map<String, Integer> places = new HashMap<>();
            Map<String, Unit> units = new HashMap<>();
            book.rows(sheet, (number, cells) -> {
                if (places.isEmpty()) {
                    header.add(number, cells);
                    List<String> joined = header.joined();
                    Map<String, Integer> found = places(beside.columns(), joined);
                    if (found.size() == beside.columns().size()) {
                        places.putAll(found);
                        found.forEach((column, place) -> Unit.within(joined.get(place)).ifPresent(unit -> units.put(column, unit)));
                    }
                    return number < SheetHeader.DEPTH;
                }
                places.forEach((column, place) -> {
                    if (place < cells.size() && by < cells.size()) {
                        String text = units.containsKey(column) && units.get(column).factor() != null ? Unit.scaled(cells.get(place), units.get(column).factor()) : cells.get(place);
                        texts.computeIfAbsent(column, one -> new HashMap<>()).putIfAbsent(cells.get(by), text);
                    }
                });
                return true;
            });
            if (!places.isEmpty()) {
                return texts;
            }
        }
        return texts;
    }

    /** Of each column the one place whose header is as its glob says; what stands nowhere or twice is not among them. */
    private static Map<String, Integer> places(Map<String, String> globs, List<String> headers) {
        Map<String, Integer> places = new HashMap<>();
        globs.forEach((column, glob) -> {
            int[] found = IntStream.range(0, headers.size()).filter(place -> isOf(glob, headers.get(place).replaceAll("\\s+", " "))).toArray();
            OptionalInt only = found.length == 1 ? OptionalInt.of(found[0]) : OptionalInt.empty();
            only.ifPresent(place -> places.put(column, place));
        });
        return places;
    }

    /** As it is written, or without the unit of money that it names. */
    private static boolean isOf(String glob, String header) {
        return Headers.matches(glob, header) || Unit.isIn(header) && Headers.matches(glob, Unit.without(header));
    }

    private static String name(TableContract table, String column) {
        return table.columns().get(column).headers().get(0);
    }
}
