package org.bellwether.intake.landing;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.bellwether.contract.ReturnContract;
import org.bellwether.contract.TableContract;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.contract.catalog.ContractMatch;
import org.bellwether.contract.catalog.ContractMatcher;
import org.bellwether.intake.profile.CsvText;
import org.bellwether.intake.profile.FileNames;

/** Which files belong together: those of a return of several tables whose names begin alike (2024_autumn_pupilonroll.csv). */
public final class CensusSet {

    private final ContractCatalog catalog;
    private final ContractMatcher matcher;

    public CensusSet(ContractCatalog catalog) {
        this.catalog = catalog;
        this.matcher = new ContractMatcher(catalog);
    }

    /** Whether files of a return belong together: rows of one of its tables hang on those of another. */
    public boolean isSet(String returnName) {
        return isSet(catalog.contract(returnName));
    }

    private static boolean isSet(ReturnContract contract) {
        return contract.tables().values().stream().anyMatch(table -> table.parent().isPresent());
    }

    /**
     * The same of a file whose columns can be seen.
     *
     * @param header asked for where the name is that of a set: with the columns of another return the file is none of it, whatever its name
     */
    public String key(String fileName, Supplier<List<String>> header) {
        String key = key(fileName);
        return key == null || matcher.match(FileNames.own(fileName), header.get()).filter(ContractMatch::byHeader)
                .filter(found -> !key.startsWith(found.returnName() + "/")).isEmpty() ? key : null;
    }

    /** The same of a file that lies there. */
    public String key(Path file) {
        return key(file.getFileName().toString(), () -> CsvText.firstSight(file));
    }

    /** Return and set of a file, as {@code return/set}; null for a file that stands alone. */
    public String key(String fileName) {
        for (String name : names(fileName)) {
            for (ReturnContract contract : catalog.returns()) {
                if (isSet(contract)) {
                    Optional<String> set = contract.tables().values().stream().flatMap(table -> table.files().stream())
                            .map(glob -> beginning(glob, name)).flatMap(Optional::stream).findFirst();
                    if (set.isPresent()) {
                        return contract.name() + "/" + set.get();
                    }
                }
            }
        }
        return null;
    }

    /** A sheet may be named as a file of the set would be, or its workbook may. */
    private static List<String> names(String fileName) {
        return List.of(FileNames.plain(fileName.substring(fileName.lastIndexOf('/') + 1)), FileNames.plain(fileName));
    }

    /** The first table that others hang on, the pupils on roll: a set without it is no set. */
    public String root(ReturnContract contract) {
        return contract.tables().values().stream().filter(table -> table.parent().isEmpty() && isParent(contract, table))
                .map(TableContract::name).findFirst().orElseThrow(() -> new IllegalStateException(contract.name() + " has no parents"));
    }

    /** Whether the names have the table that a set cannot be without: then they are a set by themselves. */
    public boolean hasRoot(String returnName, List<String> fileNames) {
        ReturnContract contract = catalog.contract(returnName);
        String root = root(contract);
        return fileNames.stream().map(name -> table(contract, name)).flatMap(Optional::stream).anyMatch(root::equals);
    }

    /** The name that the file of a table has in a set. */
    public String fileName(String returnName, String set, String table) {
        return catalog.contract(returnName).table(table).files().stream().filter(glob -> glob.startsWith("*_")).findFirst()
                .map(glob -> set + glob.substring(1)).orElse(table);
    }

    /** Whether two names stand for the same table of the set. */
    public boolean sameTable(String returnName, String one, String other) {
        ReturnContract contract = catalog.contract(returnName);
        return table(contract, one).isPresent() && table(contract, one).equals(table(contract, other));
    }

    private static Optional<String> table(ReturnContract contract, String fileName) {
        return names(fileName).stream().flatMap(name -> contract.tables().values().stream()
                .filter(table -> table.files().stream().anyMatch(glob -> beginning(glob, name).isPresent())))
                .map(TableContract::name).findFirst();
    }

    private static boolean isParent(ReturnContract contract, TableContract table) {
        return contract.tables().values().stream()
                .anyMatch(child -> child.parent().filter(parent -> parent.table().equals(table.name())).isPresent());
    }

    private static Optional<String> beginning(String glob, String name) {
        String end = glob.toLowerCase(Locale.ROOT);
        if (!end.startsWith("*_") || end.indexOf('*', 1) >= 0) {
            return Optional.empty();
        }
        return name.endsWith(end.substring(1)) && name.length() > end.length()
                ? Optional.of(name.substring(0, name.length() - end.length() + 1)) : Optional.empty();
    }
}
