package org.bellwether;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/** Packages know only those that data has passed before it reaches them. */
@AnalyzeClasses(packages = "org.bellwether", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final List<String> IN_ORDER = List.of("home", "engine", "contract", "intake", "staging", "warehouse", "release");
    private static final List<String> ON_TOP = List.of("job", "schedule", "cli", "web");

    @ArchTest
    static final ArchRule no_package_needs_itself_in_a_circle = slices().matching("org.bellwether.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule engine_imports_nothing_after_it = after("engine");

    @ArchTest
    static final ArchRule home_imports_nothing_of_the_warehouse = after("home");

    @ArchTest
    static final ArchRule contract_imports_nothing_after_it = after("contract");

    @ArchTest
    static final ArchRule intake_imports_nothing_after_it = after("intake");

    @ArchTest
    static final ArchRule staging_imports_nothing_after_it = after("staging");

    @ArchTest
    static final ArchRule warehouse_imports_nothing_after_it = after("warehouse");

    @ArchTest
    static final ArchRule release_imports_nothing_after_it = after("release");

    @ArchTest
    static final ArchRule jobs_know_nobody_who_starts_them = imports("job", List.of("schedule", "cli", "web", "sample"));

    @ArchTest
    static final ArchRule the_schedule_is_told_what_to_run = imports("schedule", List.of("job", "cli", "web", "sample"));

    @ArchTest
    static final ArchRule the_sample_knows_nothing_of_the_warehouse_that_reads_it = imports("sample",
            Stream.concat(IN_ORDER.stream().skip(1), ON_TOP.stream()).toList());

    private static ArchRule after(String name) {
        return imports(name, Stream.of(IN_ORDER.stream().skip(IN_ORDER.indexOf(name) + 1), ON_TOP.stream(), Stream.of("sample"))
                .flatMap(names -> names).toList());
    }

    private static ArchRule imports(String name, List<String> forbidden) {
        return noClasses().that().resideInAPackage(packages(name))
                .should().dependOnClassesThat().resideInAnyPackage(forbidden.stream().map(ArchitectureTest::packages).toArray(String[]::new))
                .as(name + " imports none of " + forbidden);
    }

    private static String packages(String name) {
        return "org.bellwether." + name + "..";
    }
}
