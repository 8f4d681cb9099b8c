package org.bellwether.sample;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.stream.Collectors;

/** What keeps the generator in rooms that a reader can take in. */
@AnalyzeClasses(packages = "org.bellwether.sample", importOptions = ImportOption.DoNotIncludeTests.class)
class SubPackagesTest {

    private static final int MOST = 20;

    @ArchTest
    static final ArchRule no_package_needs_itself_in_a_circle = slices().matching("org.bellwether.sample.(*)..")
            .should().beFreeOfCycles();

    @ArchTest
    static void no_package_has_more_than_20_classes(JavaClasses classes) {
        Map<String, Long> sizes = classes.stream().filter(JavaClass::isTopLevelClass)
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
        assertThat(sizes).isNotEmpty().allSatisfy((name, size) -> assertThat(size).as(name).isLessThanOrEqualTo(MOST));
    }
}
