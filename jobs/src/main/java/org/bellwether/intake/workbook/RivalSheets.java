package org.bellwether.intake.workbook;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bellwether.contract.Kind;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.contract.catalog.ContractMatcher;
import org.bellwether.intake.archive.Member;
import org.bellwether.intake.archive.ZipContents;
import org.bellwether.intake.profile.FileNames;

/** Finds sheets of one workbook of which each would replace the others whole: those of one register. */
final class RivalSheets {

    private static final String RIVALS = "FILE-075";
    private static final EnumSet<Kind> WHOLE = EnumSet.of(Kind.FULL, Kind.SNAPSHOT);

    private final ContractCatalog catalog;
    private final ContractMatcher matcher;
    private final String bookName;

    RivalSheets(ContractCatalog catalog, String bookName) {
        this.catalog = catalog;
        this.matcher = new ContractMatcher(catalog);
        this.bookName = bookName;
    }

    /** The same without them. */
    ZipContents leftOut(ZipContents contents, Map<String, SheetInput> inputs) {
        Map<String, List<Member>> registers = new LinkedHashMap<>();
        for (Member member : contents.members()) {
            List<String> header = inputs.get(member.name()).fields().stream().map(SheetInput.Field::header).toList();
            matcher.match(FileNames.own(bookName + "/" + member.name()), header)
                    .filter(match -> WHOLE.contains(catalog.contract(match.returnName()).kind()))
                    .ifPresent(match -> registers.computeIfAbsent(match.table(), table -> new ArrayList<>()).add(member));
        }
        ZipContents left = contents;
        for (Map.Entry<String, List<Member>> register : registers.entrySet()) {
            if (register.getValue().size() > 1) {
                left = left.without(register.getValue(), RIVALS, "another sheet is " + register.getKey() + " too");
            }
        }
        return left;
    }
}
