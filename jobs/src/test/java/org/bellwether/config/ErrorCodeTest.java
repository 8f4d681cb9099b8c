package org.bellwether.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bellwether.contract.Rule;
import org.bellwether.contract.catalog.ContractCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorCodeTest {

    private static final Path MAIN = Project.locate().root().resolve("jobs/src/main/java");
    private static final Pattern CODE_OF_ERROR = Pattern.compile("\"[^\"\n]*\\b(?:USR|CFG|DAT|ENV|BUG)-[0-9]{3}");
    private static final Pattern CODE_OF_RULE = Pattern.compile("\"((?:FILE|ROW)-[0-9]{3})\"");

    @ParameterizedTest
    @EnumSource
    void an_error_says_what_has_happened_and_what_to_do(ErrorCode code) {
        String sentence = code.with(code.valueNames().stream().map(name -> "<" + name + ">").toArray()).getMessage();
        assertThat(sentence).startsWith(code.code() + " ").doesNotContain("null");
        code.valueNames().forEach(name -> assertThat(sentence).contains("<" + name + ">").doesNotContain("{" + name + "}"));
        assertThat(code.message()).isNotBlank().doesNotEndWith(".");
        assertThat(code.remedy()).hasSizeGreaterThan(5).doesNotEndWith(".").matches(text -> Character.isUpperCase(text.charAt(0)));
    }

    @Test
    void no_code_is_given_twice() {
        Map<String, Long> codes = Arrays.stream(ErrorCode.values()).collect(Collectors.groupingBy(ErrorCode::code, Collectors.counting()));
        assertThat(codes.values()).containsOnly(1L);
    }

    @Test
    void every_error_of_the_catalogue_is_thrown_somewhere() {
        String all = sources().stream().filter(file -> !file.endsWith("ErrorCode.java")).map(ErrorCodeTest::text).collect(Collectors.joining());
        assertThat(ErrorCode.values()).allSatisfy(code -> assertThat(all).containsPattern("ErrorCode\\." + code.name() + "\\b"));
    }

    @Test
    void no_message_bears_a_code_that_is_not_taken_from_the_catalogue() {
        assertThat(sources().stream().flatMap(file -> CODE_OF_ERROR.matcher(text(file)).results()).map(MatchResult::group)).isEmpty();
    }

    @Test
    void every_rule_that_the_code_names_is_in_the_config() {
        ContractCatalog catalog = ContractCatalog.load(ConfigFiles.of(Project.locate(), Path.of("none")));
        TreeSet<String> named = sources().stream().flatMap(file -> CODE_OF_RULE.matcher(text(file)).results().map(found -> found.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).hasSizeGreaterThan(30);
        assertThat(catalog.rules()).extracting(Rule::id).containsAll(named);
    }

    @Test
    void a_value_is_shown_without_a_upn_and_in_one_line() {
        assertThat(ErrorCode.NO_SUCH_FILE.with("notice\nA12345678901B.csv")).hasMessageContaining("There is no file notice [UPN].csv. ");
        assertThat(ErrorCode.NO_SUCH_RETURN.with("x", List.of("gias", "s251"))).hasMessageContaining("gias, s251");
    }

    @Test
    void a_value_too_few_or_too_many_is_noticed() {
        assertThatThrownBy(() -> ErrorCode.NO_SUCH_FILE.with()).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> ErrorCode.NO_QUESTION.with("a")).isInstanceOf(AssertionError.class);
    }

    private static List<Path> sources() {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
