package org.bellwether.release.statement;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ErrorCode;
import org.bellwether.config.YamlPlace;
import org.bellwether.warehouse.figure.MeasureCatalog;
import org.bellwether.warehouse.stated.StatedCheck;

/** What a file of statements must be, before it is asked of any release. */
final class StatementCheck {

    private static final String MART = "mart_[a-z0-9_]+";
    private static final String CODE = "[a-z][a-z0-9_]*";

    private final Path file;
    private final Statement.OfStrategy statements;
    private final MeasureCatalog measures;

    StatementCheck(Path file, Statement.OfStrategy statements, MeasureCatalog measures) {
        this.file = file;
        this.statements = statements;
        this.measures = measures;
    }

    /**
     * @param strategies codes of those that there are
     * @param others     ids of the statements of other files
     * @throws BellwetherException naming file, line and what to mend
     */
    void run(Set<String> strategies, Collection<String> others) {
        require("strategy", strategies.contains(String.valueOf(statements.strategy())), "'" + statements.strategy() + "' is no strategy of config/strategies");
        Set<String> unused = new HashSet<>(statements.stated().keySet());
        statements.stated().forEach((code, stated) -> require("stated." + code, code.matches(CODE) && stated.value() != null && stated.unit() != null,
                code + " needs a name of small letters, a value and a unit"));
        statements.statements().forEach((id, statement) -> {
            String place = "statements." + id;
            require(place, !others.contains(id), id + " stands in another file too");
            answer(place, id, statement);
            for (int i = 0; i < statement.figures().size(); i++) {
                figure(place + ".figures[" + i + "]", id, statement.figures().get(i));
            }
            for (int i = 0; i < statement.checks().size(); i++) {
                StatedCheck check = statement.checks().get(i);
                require(place + ".checks[" + i + "]", check.what() != null && check.says() != null && check.of() != null, id + ": a check needs what, says and of");
            }
            stated(place, id, statement.stated());
            unused.removeAll(statement.stated());
        });
        unused.stream().sorted().findFirst().ifPresent(code -> require("stated." + code, false, code + " is stated by no statement"));
    }

    private void answer(String place, String id, Statement statement) {
        require(place, statement.says() != null && !statement.says().isBlank(), id + " needs its words (says)");
        boolean isAnswered = statement.isAsked() || !statement.awaits().isEmpty();
        require(place, isAnswered != (statement.reason() != null), id + " needs figures, a register or the marts that it awaits; or else a reason, and that alone");
        require(place + ".awaits", statement.awaits().stream().allMatch(mart -> mart.matches(MART)), id + " awaits what is no name of a mart");
        Statement.Register register = statement.register();
        require(place + ".register", register == null || register.table() != null && !register.columns().isEmpty(), id + ": a register needs table and columns");
    }

    private void figure(String place, String id, Statement.Figure figure) {
        require(place, figure.mart() != null && figure.column() == null == (figure.value() != null), id + ": a figure needs a mart, or cells that the file has, and either column or value");
        require(place, figure.measure() == null || measures.measure(figure.measure()) != null, id + " names the measure '" + figure.measure() + "', which does not exist");
        boolean isMeasured = figure.measure() != null || figure.column() != null && measures.codesByColumn(figure.mart()).containsKey(figure.column());
        require(place, isMeasured || figure.unit() != null, id + ": " + figure.mart() + " has no measure there, so the figure needs a unit");
        require(place, isMeasured || figure.name() != null, id + ": " + figure.mart() + " has no measure there, so the figure needs a name");
        require(place, figure.last() > 0, id + ": last is 1 or more");
    }

    private void stated(String place, String id, List<String> codes) {
        codes.forEach(code -> require(place + ".stated", statements.stated().containsKey(code), id + " names the stated figure '" + code + "', which the file lacks"));
    }

    /** @param place key in the file */
    private void require(String place, boolean holds, String problem) {
        if (!holds) {
            throw ErrorCode.STATEMENT_WRONG.with(YamlPlace.of(file, place), problem);
        }
    }
}
