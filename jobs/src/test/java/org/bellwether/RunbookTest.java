package org.bellwether;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.ErrorCode;
import org.bellwether.config.ErrorKind;
import org.bellwether.config.Project;
import org.bellwether.contract.Rule;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.warehouse.audit.Audit;
import org.bellwether.warehouse.source.Coverage;
import org.junit.jupiter.api.Test;

/**
 * docs/runbook.md has an entry for every exit code, error and rule. To write the entries of errors and rules anew:
 * {@code mvn -pl jobs -am test -Dtest=RunbookTest -Dsurefire.failIfNoSpecifiedTests=false -Dbellwether.runbook=write}.
 */
class RunbookTest {

    private static final Path FILE = Project.locate().root().resolve("docs/runbook.md");
    private static final String CODES = "<!-- codes, written by RunbookTest -->\n";
    private static final Pattern CODE = Pattern.compile("\\b(?:USR|CFG|DAT|ENV|BUG|FILE|ROW|BLD)-[0-9]{3}\\b");

    @Test
    void every_code_has_its_entry() throws IOException {
        String page = Files.readString(FILE);
        String words = page.substring(0, page.indexOf(CODES) < 0 ? page.length() : page.indexOf(CODES));
        if ("write".equals(System.getProperty("bellwether.runbook"))) {
            Files.writeString(FILE, words + CODES + entries());
        }

        assertThat(Files.readString(FILE)).as("written anew as the Javadoc of this class says").isEqualTo(words + CODES + entries());
    }

    @Test
    void every_exit_code_has_its_row() throws IllegalAccessException, IOException {
        String page = Files.readString(FILE);
        for (Field code : ExitCode.class.getFields()) {
            assertThat(page).as(code.getName()).contains("\n| " + code.getInt(null) + " | ");
        }
    }

    @Test
    void no_page_names_a_code_that_is_gone() throws IOException {
        String known = entries();
        try (Stream<Path> pages = Files.walk(FILE.getParent())) {
            List<Path> all = Stream.concat(pages, Stream.of(FILE.getParent().resolveSibling("README.md"))).filter(page -> page.toString().endsWith(".md")).toList();
            for (Path page : all) {
                TreeSet<String> named = CODE.matcher(Files.readString(page)).results().map(found -> found.group()).collect(Collectors.toCollection(TreeSet::new));
                assertThat(named).as(page.toString()).allSatisfy(code -> assertThat(known).contains(code));
            }
        }
    }

    private static String entries() {
        StringBuilder text = new StringBuilder();
        for (ErrorKind kind : ErrorKind.values()) {
            section(text, kind.letters() + ": " + heading(kind), Arrays.stream(ErrorCode.values()).filter(code -> code.kind() == kind)
                    .map(code -> entry(code.code(), "", code.message(), null, code.remedy())));
        }
        List<Rule> rules = ContractCatalog.load(ConfigFiles.of(Project.locate(), Path.of("none"))).rules().stream()
                .sorted(Comparator.comparing(Rule::id)).toList();
        Predicate<Rule> isOfFile = rule -> rule.id().startsWith("FILE-");
        section(text, "FILE: of a file or a submission", rules.stream().filter(isOfFile).map(RunbookTest::entry));
        section(text, "Of rows", rules.stream().filter(isOfFile.negate()).map(RunbookTest::entry));
        section(text, "BLD: of rows in the build", Stream.concat(Audit.all(Project.locate()).stream().filter(audit -> audit.rule() != null)
                .sorted(Comparator.comparing(Audit::rule)).map(audit -> entry(audit.rule(), "", audit.message(), audit.why(), audit.resolve())),
                Stream.of(entry(Coverage.RULE, "", "Reached no fact: {reason}", null, Coverage.REMEDY))));
        return text.toString();
    }

    private static String heading(ErrorKind kind) {
        return switch (kind) {
            case USER -> "of the command as it was typed";
            case CONFIG -> "of the config";
            case DATA -> "of what was delivered, and what is made of it";
            case ENVIRONMENT -> "of the machine and the home";
            case BUG -> "of Bellwether itself";
        };
    }

    private static void section(StringBuilder text, String heading, Stream<String> entries) {
        text.append("\n### ").append(heading).append("\n\n");
        entries.forEach(text::append);
    }

    private static String entry(Rule rule) {
        return entry(rule.id(), " (" + rule.severity().name().toLowerCase(Locale.ROOT) + ")", rule.message(), rule.why(), rule.fix());
    }

    private static String entry(String code, String kind, String message, String why, String remedy) {
        return "- **" + code + "**" + kind + " " + Stream.of(message, why == null ? null : "Why: " + why, "Do: " + remedy).filter(Objects::nonNull)
                .map(RunbookTest::plain).collect(Collectors.joining(". ")) + ".\n";
    }

    /** Angle brackets would be taken for HTML. */
    private static String plain(String text) {
        return text.strip().replaceAll("\\s+", " ").replace("<", "&lt;").replaceAll("[.]$", "");
    }
}
