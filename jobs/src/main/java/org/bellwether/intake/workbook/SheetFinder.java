package org.bellwether.intake.workbook;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bellwether.contract.Column;
import org.bellwether.contract.ColumnType;
import org.bellwether.contract.Headers;
import org.bellwether.contract.TableContract;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.contract.catalog.ContractMatch;
import org.bellwether.contract.catalog.ContractMatcher;
import org.bellwether.intake.profile.FileNames;
import org.bellwether.intake.workbook.SheetInput.Field;

/** Finds what of a sheet is the input of a return: the row in which its header ends, and the rows below that are data. */
final class SheetFinder {

    private static final List<String> TOTALS = List.of("total", "total *", "totals", "totals *", "grand total*", "sum", "sub-total*", "subtotal*");

    private static final String OTHER_UNIT = "its title says that amounts are not in pounds, and its columns do not say so";

    private final ContractCatalog catalog;
    private final ContractMatcher matcher;
    private final String bookName;
    private final SheetLayouts layouts;
    private Optional<ContractMatcher.Nearest> nearest = Optional.empty();
    private String otherUnit;

    SheetFinder(ContractCatalog catalog, String bookName) {
        this.catalog = catalog;
        this.matcher = new ContractMatcher(catalog);
        this.bookName = bookName;
        this.layouts = new SheetLayouts(catalog, bookName);
    }

    /** The table that the sheets came nearest to of which nothing was found. */
    Optional<ContractMatcher.Nearest> nearest() {
        return nearest;
    }

    /** Why the sheet that was looked at last is not taken although its columns are those of a return, or null. */
    String otherUnit() {
        return otherUnit;
    }

    /** Nothing where no row of the first ones is the header of a return. Where their data ends is not looked for yet. */
    List<SheetInput> find(SheetBook book, Sheet sheet) throws IOException {
        otherUnit = null;
        SheetHeader header = new SheetHeader();
        List<SheetInput> found = new ArrayList<>();
        book.rows(sheet, (number, cells) -> {
            header.add(number, cells);
            header(sheet, header).ifPresent(found::add);
            if (found.isEmpty()) {
                found.addAll(layouts.inputs(book, sheet, header));
                otherUnit = layouts.wasOtherUnit() ? OTHER_UNIT : otherUnit;
            }
            return found.isEmpty() && otherUnit == null && number < SheetHeader.DEPTH;
        });
        return found;
    }

    private Optional<SheetInput> header(Sheet sheet, SheetHeader header) {
        List<String> lowest = header.lowest();
        String name = FileNames.own(bookName + "/" + Workbook.member(sheet.name()));
        List<Unit> units = lowest.stream().map(text -> Unit.of(text).orElse(null)).toList();
        List<String> plain = new ArrayList<>();
        for (int column = 0; column < lowest.size(); column++) {
            plain.add(units.get(column) == null ? lowest.get(column) : units.get(column).rest());
        }
        Optional<ContractMatch> asWritten = match(name, lowest);
        Optional<ContractMatch> match = asWritten.isPresent() ? asWritten : match(name, plain);
        if (match.isEmpty()) {
            matcher.nearest(plain).filter(near -> nearest.isEmpty() || near.lacking().size() < nearest.get().lacking().size()).ifPresent(near -> nearest = Optional.of(near));
            return Optional.empty();
        }
        TableContract table = catalog.contract(match.get().returnName()).latest().table(match.get().table());
        boolean isWritten = asWritten.isPresent();
        List<Field> fields = new ArrayList<>();
        for (int column = 0; column < lowest.size(); column++) {
            Unit unit = isKnown(table, lowest.get(column)) ? null : units.get(column);
            boolean isPlain = !isWritten || unit != null && isKnown(table, plain.get(column));
            BigDecimal factor = isPlain && unit != null ? unit.factor() : null;
            fields.add(Field.at(isPlain && unit != null ? plain.get(column) : lowest.get(column), column, factor));
        }
        if (Unit.isOtherThanPounds(header.above()) && fields.stream().anyMatch(field -> units.get(field.column()) == null && isMoney(table, field.header()))) {
            otherUnit = OTHER_UNIT;
            return Optional.empty();
        }
        return Optional.of(new SheetInput(sheet, sheet.name(), header.last(), 0, fields, List.of(), List.of(), false));
    }

    private Optional<ContractMatch> match(String name, List<String> header) {
        return matcher.match(name, header).filter(ContractMatch::byHeader);
    }

    private static boolean isKnown(TableContract table, String header) {
        return table.columnsByHeader().containsKey(Headers.normal(header));
    }

    private static boolean isMoney(TableContract table, String header) {
        Column column = table.columnsByHeader().get(Headers.normal(header));
        return column != null && column.type() == ColumnType.DECIMAL && column.name().endsWith("_gbp");
    }

    /** What of the sheet is data: notes and totals below it are not, and columns without a header are told where they hold anything. */
    static SheetInput bounded(SheetBook book, SheetInput input) throws IOException {
        TreeSet<Integer> used = new TreeSet<>();
        TreeSet<Integer> below = new TreeSet<>();
        TreeSet<Integer> totals = new TreeSet<>();
        int[] last = {input.headerRow()};
        int named = (int) input.fields().stream().filter(field -> field.constant() == null && !field.header().isBlank()).count();
        book.rows(input.sheet(), (number, cells) -> {
            if (number > input.headerRow()) {
                for (int column = 0; column < cells.size(); column++) {
                    if (!cells.get(column).isEmpty()) {
                        used.add(column);
                    }
                }
                below.add(number);
                if (isTotal(cells, input.totals())) {
                    below.remove(number);
                    totals.add(number);
                } else if (!isNote(cells, named) && !isTotal(cells, TOTALS)) {
                    last[0] = number;
                    below.clear();
                }
            }
            return true;
        });
        List<Field> fields = new ArrayList<>();
        input.fields().stream().filter(field -> !field.header().isBlank()).forEach(fields::add);
        used.removeIf(column -> input.fields().stream().anyMatch(field -> field.column() == column && !field.header().isBlank()));
        if (!input.isLaidOut()) {
            used.forEach(column -> fields.add(Field.at("column " + (column + 1), column, null)));
        }
        List<String> leftOut = new ArrayList<>();
        if (!totals.isEmpty()) {
            leftOut.add(input.sheet().name() + ", rows " + totals.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ": none of the table, by its contract");
        }
        if (!below.isEmpty()) {
            leftOut.add(input.sheet().name() + ", " + (below.size() == 1 ? "row " + below.first() : "rows " + below.first() + " to " + below.last())
                    + ": notes or totals below the data");
        }
        return new SheetInput(input.sheet(), input.name(), input.headerRow(), last[0], List.copyOf(fields), input.totals(), List.copyOf(leftOut), input.isLaidOut());
    }

    /** A sentence in one cell below a table of several columns. */
    private static boolean isNote(List<String> cells, int named) {
        return named > 2 && cells.stream().filter(cell -> !cell.isBlank()).count() == 1;
    }

    static boolean isTotal(List<String> cells, List<String> totals) {
        String first = cells.stream().filter(cell -> !cell.isBlank()).findFirst().orElse("").strip();
        return totals.stream().anyMatch(glob -> Headers.matches(glob, first));
    }
}
