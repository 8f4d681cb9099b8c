package org.bellwether;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.SimpleDateFormat;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Calendar;
import java.util.Date;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.bellwether.config.Project;
import org.bellwether.home.Folders;
import org.junit.jupiter.api.Test;

/** What keeps the code the same on every machine, and small enough to read. */
@AnalyzeClasses(packages = "org.bellwether", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    private static final int LONGEST = 300;

    @ArchTest
    static final ArchRule only_commands_print_and_they_print_through_output = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule parts_are_given_to_constructors = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule one_way_to_log = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    /** Quartz speaks of dates; nobody else has to. */
    @ArchTest
    static final ArchRule moments_are_instants = noClasses().that().resideOutsideOfPackage("org.bellwether.app.schedule..")
            .should().dependOnClassesThat().belongToAnyOf(Date.class, Calendar.class, SimpleDateFormat.class, TimeZone.class);

    @ArchTest
    static final ArchRule text_is_the_same_in_every_locale = noClasses()
            .should().callMethod(String.class, "format", String.class, Object[].class)
            .orShould().callMethod(String.class, "toLowerCase")
            .orShould().callMethod(String.class, "toUpperCase")
            .orShould().callMethod(Locale.class, "getDefault");

    @ArchTest
    static final ArchRule no_day_depends_on_where_the_machine_stands = noClasses()
            .should().callMethod(LocalDate.class, "now")
            .orShould().callMethod(LocalDateTime.class, "now");

    /** Batch keeps local times; whoever reads them has to say so. */
    @ArchTest
    static final ArchRule only_the_times_of_batch_are_local = noClasses()
            .that().doNotHaveFullyQualifiedName("org.bellwether.batch.step.BatchTime")
            .should().callMethod(ZoneId.class, "systemDefault");

    @Test
    void a_source_file_has_fewer_than_300_lines() {
        Path root = Project.locate().root();
        assertThat(Stream.of("jobs/src", "sample-data/generator/src").flatMap(sources -> Folders.files(root.resolve(sources)).stream())
                .filter(file -> file.toString().endsWith(".java")).filter(file -> lines(file) >= LONGEST)).isEmpty();
    }

    /** A relation is called after its rows: this one says nothing of them, and has come back again and again. */
    @Test
    void no_relation_of_a_query_is_called_told() throws IOException {
        for (Path file : Folders.files(Project.locate().sql())) {
            assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern("\\bas told\\b|\\btold as \\(");
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
