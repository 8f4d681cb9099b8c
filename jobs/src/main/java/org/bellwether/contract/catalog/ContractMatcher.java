package org.bellwether.contract.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bellwether.contract.Headers;
import org.bellwether.contract.ReturnContract;
import org.bellwether.contract.TableContract;

/** Tells which return and table a file holds. Reads nothing itself: it is given the name and the header. */
public final class ContractMatcher {

    private static final Comparator<Candidate> BETTER = Comparator.comparing(Candidate::isSure)
            .thenComparing(candidate -> candidate.found().byHeader())
            .thenComparing(Candidate::columns)
            .thenComparing(Candidate::globLength);

    private final ContractCatalog catalog;

    public ContractMatcher(ContractCatalog catalog) {
        this.catalog = catalog;
    }

    /** How well one table fits; more matching columns, then the more exact glob, win. */
    private record Candidate(ContractMatch found, int columns, int globLength) {

        boolean isSure() {
            return found.byName() && found.byHeader();
        }
    }

    /**
     * The best match. A file whose name fits but whose header lacks a column of the signature is recognised by name,
     * so that it can be refused with the column that is missing.
     *
     * @param fileName without folder; a trailing .gz is left out
     * @param header of a CSV, or empty where there is none
     * @return nothing where no table fits, or two fit equally well
     */
    public Optional<ContractMatch> match(String fileName, List<String> header) {
        String name = fileName.toLowerCase(Locale.ROOT).endsWith(".gz")
                ? fileName.substring(0, fileName.length() - ".gz".length()) : fileName;
        List<Candidate> candidates = new ArrayList<>();
        for (ReturnContract contract : catalog.returns()) {
            for (TableContract table : contract.latest().tables().values()) {
                candidate(contract, table, name, header).ifPresent(candidates::add);
            }
        }
        Optional<Candidate> best = candidates.stream().max(BETTER);
        return best
                .filter(winner -> candidates.stream().filter(other -> BETTER.compare(other, winner) == 0).count() == 1)
                .map(Candidate::found);
    }

    /** A table that a header comes near to, and what the header lacks of it. */
    public record Nearest(String returnName, String table, List<String> lacking) {
    }

    /** The table of whose signature the header has the largest part, where that is at least a third of it. */
    public Optional<Nearest> nearest(List<String> header) {
        return catalog.returns().stream().flatMap(contract -> contract.latest().tables().values().stream()
                        .filter(table -> !table.signature().isEmpty() && (table.signature().size() - table.lacking(header).size()) * 3 >= table.signature().size())
                        .map(table -> new Near(new Nearest(contract.name(), table.name(), table.lacking(header)), table.signature().size(),
                                table.columns().size())))
                .max(Comparator.comparingDouble(Near::share).thenComparing(Near::size, Comparator.reverseOrder())).map(Near::found);
    }

    private record Near(Nearest found, int signature, int size) {

        double share() {
            return 1.0 - (double) found.lacking().size() / signature;
        }
    }

    private static Optional<Candidate> candidate(ReturnContract contract, TableContract table, String name,
            List<String> header) {
        if (table.isExcludedBy(header)) {
            return Optional.empty();
        }
        int globLength = table.files().stream().filter(glob -> Headers.matches(glob, name))
                .mapToInt(String::length).max().orElse(-1);
        int columns = table.signatureMatch(header);
        if (globLength < 0 && columns < 0) {
            return Optional.empty();
        }
        return Optional.of(new Candidate(
                new ContractMatch(contract.name(), table.name(), globLength >= 0, columns >= 0), columns, globLength));
    }
}
