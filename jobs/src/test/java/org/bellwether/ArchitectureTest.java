package org.bellwether;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Packages know only those that data has passed before it reaches them, and are small enough to be known. */
@AnalyzeClasses(packages = "org.bellwether", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final List<String> IN_ORDER = List.of("config", "engine", "home", "contract", "intake", "staging", "warehouse", "release",
            "batch", "app", "web", "cli");
    /** Beside the order: the sample knows nothing of what reads it. */
    private static final List<String> BESIDE = List.of("sample");
    private static final int MOST = 20;

    @ArchTest
    static void a_package_imports_only_those_before_it(JavaClasses classes) {
        for (String name : IN_ORDER) {
            List<String> after = IN_ORDER.subList(IN_ORDER.indexOf(name) + 1, IN_ORDER.size());
            Stream<String> beside = BESIDE.stream().filter(other -> !(name.equals("cli") && other.equals("sample")));
            imports(name, Stream.concat(after.stream(), beside).toList()).check(classes);
        }
    }

    @ArchTest
    static final ArchRule the_sample_knows_nothing_of_the_warehouse_that_reads_it = imports("sample", IN_ORDER).allowEmptyShould(true);

    @ArchTest
    static void every_package_has_its_place_in_the_order(JavaClasses classes) {
        Set<String> names = classes.stream().map(one -> one.getPackageName().split("\\.")[2]).collect(Collectors.toSet());
        assertThat(names).isSubsetOf(Stream.concat(IN_ORDER.stream(), BESIDE.stream()).toList());
    }

    /** Not at the top alone: sub-packages too know each other one way. */
    @ArchTest
    static final ArchRule no_package_needs_itself_in_a_circle = slices().matching("org.bellwether.(**)").should().beFreeOfCycles();

    @ArchTest
    static void no_package_has_more_than_20_classes(JavaClasses classes) {
        Map<String, Long> sizes = new TreeMap<>(classes.stream().filter(JavaClass::isTopLevelClass)
                .filter(one -> !one.getPackageName().startsWith("org.bellwether.sample"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting())));
        sizes.values().removeIf(size -> size <= MOST);
        assertThat(sizes).isEmpty();
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
