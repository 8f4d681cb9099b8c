package org.bellwether.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.bellwether.config.Project;
import org.bellwether.home.Folders;

/**
 * The installed warehouse with one mart, that of exclusions, and without pages but the catalogue: for nights of tests that are about
 * what a night does and not about what it makes. Every return is received and every fact is built; a cold night takes three quarters of the
 * processor time.
 */
public final class SmallProject {

    private static final List<String> PARTS = List.of("sql", "schema", "config");
    private static final String MART = "mart_exclusions_la.sql";
    /** What is not made besides marts, and what of it others read or describe. */
    private static final List<String> OTHERS = List.of("figure.attendance", "figure.ebsna", "figure.hnb", "figure.strategy", "dim_cut_off", "fact_return_", "fact_dq_");

    private SmallProject() {
    }

    /** @param folder that is not there yet */
    public static Project in(Path folder) throws IOException {
        Project project = new Project(folder);
        for (String part : PARTS) {
            Folders.copy(Project.locate().root().resolve(part), folder.resolve(part));
        }
        List<String> others = new ArrayList<>(OTHERS);
        Folders.list(project.sql().resolve("marts")).stream().map(file -> file.getFileName().toString()).filter(name -> name.startsWith("mart_") && !name.equals(MART))
                .forEach(name -> others.add(name.replace(".sql", "")));
        delete(project.sql().resolve("marts"), name -> !name.equals(MART));
        delete(project.sql().resolve("parts"), name -> !name.startsWith("exclusion") && !name.startsWith("roll"));
        delete(project.schema().resolve("warehouse"), name -> name.compareTo("R__110") >= 0);
        delete(project.config().resolve("report"), name -> true);
        delete(project.config().resolve("strategies"), name -> true);
        delete(project.config().resolve("measures"), name -> !name.matches("(exclusion|roll)[.]yml"));
        delete(project.sql().resolve("core"), name -> name.equals("dim_cut_off.sql") || name.startsWith("fact_return_") || name.startsWith("fact_dq_"));
        // The measures that are left stand in other marts too.
        Files.delete(project.sql().resolve("audits/measure_of_every_figure.sql"));
        for (Path audit : Folders.list(project.sql().resolve("audits"))) {
            String text = Files.readString(audit);
            if (others.stream().anyMatch(text::contains)) {
                Files.delete(audit);
            }
        }
        // Two at a time run on the same cores: what a second thread wins, waiting for it costs.
        Path settings = project.config().resolve("application.yml");
        Files.writeString(settings, Files.readString(settings).replaceFirst("threads: \\d+", "threads: 1"));
        Files.writeString(project.sql().resolve("marts/figure__sum.sql"), """
                -- No figure is the sum of others: of these there are none but the authority's.
                select cast(null as varchar) as sum_of, cast(null as bigint) as total_key, cast(null as varchar) as total_part,
                    cast(null as bigint) as part_key, cast(null as varchar) as part
                from core.dim_date
                where false
                """);
        return project;
    }

    private static void delete(Path folder, Predicate<String> names) {
        Folders.list(folder).stream().filter(file -> names.test(file.getFileName().toString())).forEach(file -> {
            try {
                Files.delete(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
