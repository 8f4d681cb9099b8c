package org.bellwether.sample.census;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bellwether.sample.council.Council;
import org.bellwether.sample.council.Scenario;
import org.bellwether.sample.council.School;

/**
 * Writes the school censuses: each as one CSV set of all schools, but where a school sends the XML of its own system.
 */
public final class CensusWriter {

    /** Spring 2025, in which two schools sent XML. */
    private static final LocalDate XML_CENSUS = LocalDate.of(2025, 1, 16);
    private static final Set<Integer> XML_SCHOOLS = Set.of(8994003, 8992005);

    private final Council council;
    private final CensusReturns returns;

    public CensusWriter(Council council) {
        this.council = council;
        this.returns = new CensusReturns(council);
    }

    public void firstNight(Path folder, Census census) throws IOException {
        CensusMistakes mistakes = new CensusMistakes(census);
        try (CensusCsvWriter set = new CensusCsvWriter(folder, census)) {
            for (School school : council.schools()) {
                if (census.day().equals(XML_CENSUS) && XML_SCHOOLS.contains(school.laestab())) {
                    xml(folder, census, school, 1, false);
                } else {
                    set.school(school, 1);
                    returns.children(school, census, false, child -> unchecked(() -> set.child(mistakes.with(child))));
                }
            }
        }
    }

    /** One school sends its last census again, with the exclusions that it had left out. */
    public void secondNight(Path folder) throws IOException {
        List<Census> censuses = Census.of(council);
        School school = council.schools().stream().filter(one -> one.laestab() == Scenario.POLICY_SECONDARY).findFirst()
                .orElseThrow();
        xml(folder, censuses.get(censuses.size() - 1), school, 2, true);
    }

    private void xml(Path folder, Census census, School school, int serial, boolean isCorrected) throws IOException {
        List<CensusChild> gone = new ArrayList<>();
        try (CensusXmlWriter xml = new CensusXmlWriter(folder, census, school, serial)) {
            returns.children(school, census, isCorrected, child -> {
                if (child.isOnRoll()) {
                    unchecked(() -> xml.child(child));
                } else {
                    gone.add(child);
                }
            });
            for (CensusChild child : gone) {
                xml.child(child);
            }
        }
    }

    private static void unchecked(Write write) {
        try {
            write.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A step that writes. */
    private interface Write {
        void run() throws IOException;
    }
}
