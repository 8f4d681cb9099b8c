package org.bellwether.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.csv.CSVRecord;
import org.bellwether.sample.council.Upn;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleGeneratorTest {

    @TempDir
    static Path folder;

    private static SampleFiles sample;

    @BeforeAll
    static void generate() throws IOException {
        sample = SampleFiles.generate(folder.resolve("one"), 600, 3, 899);
    }

    @Test
    void the_same_seed_gives_the_same_content_in_any_locale_and_time_zone() throws IOException {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            SampleFiles again = SampleFiles.generate(folder.resolve("again"), 600, 3, 899);
            assertThat(again.digests()).isEqualTo(sample.digests());
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void another_seed_gives_other_pupils_in_the_same_files() throws IOException {
        SampleFiles other = SampleFiles.generate(folder.resolve("other"), 600, 3, 900);
        Set<String> names = sample.digests().keySet();
        assertThat(other.digests().keySet()).containsAll(
                names.stream().filter(name -> !name.contains("offroll") && !name.contains("notice")
                        && !name.contains("arranged")).toList());
        assertThat(other.digests()).isNotEqualTo(sample.digests());
    }

    @Test
    void what_is_there_already_is_left_alone() {
        assertThatThrownBy(() -> SampleFiles.generate(folder.resolve("one"), 600, 3, 899))
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void every_upn_is_valid_but_the_three_mistyped_ones() throws IOException {
        Set<String> upns = new TreeSet<>();
        Set<String> wrong = new TreeSet<>();
        for (Path file : sample.all("night-*/*.csv*")) {
            if (file.getFileName().toString().contains("resent")) {
                continue;
            }
            SampleFiles.rows(file, row -> {
                for (String column : List.of("upn", "formerupn")) {
                    if (row.isMapped(column) && !row.get(column).isEmpty()) {
                        upns.add(row.get(column));
                    }
                }
            });
        }
        upns.stream().filter(upn -> !Upn.isValid(upn)).forEach(wrong::add);
        assertThat(upns).hasSizeGreaterThan(600);
        assertThat(upns).anyMatch(upn -> upn.matches(".*[A-Z]"));
        assertThat(wrong).hasSizeBetween(1, 3);
    }

    @Test
    void codes_are_valid_on_their_day_but_the_planted_ones() throws IOException {
        LocalDate change = LocalDate.of(2024, 8, 19);
        Set<String> ended = Set.of("H", "J", "Y");
        Set<String> begun = Set.of("C2", "J1", "K", "Q", "Y1", "Y4");
        Set<String> always = Set.of("/", "\\", "L", "V", "P", "W", "B", "I", "M", "C", "C1", "E", "R", "S", "T", "G",
                "N", "O", "U", "D", "X");
        Set<String> wrong = new HashSet<>();
        sample.marks("night-1/attendance_marks*", mark -> {
            String code = mark[5];
            boolean isNew = !LocalDate.parse(mark[3]).isBefore(change);
            if (!always.contains(code) && !(isNew ? begun : ended).contains(code)) {
                wrong.add(code);
            }
        });
        assertThat(wrong).containsExactlyInAnyOrder("H", "A1");
    }

    @Test
    void a_census_sums_the_marks_of_the_term_before() throws IOException {
        Map<String, Integer> marks = new HashMap<>();
        sample.rows("night-1/attendance_marks_202526_AUT*",
                row -> marks.merge(row.get("laestab") + " " + row.get("upn") + " "
                + row.get("attendance_code"), 1, Integer::sum));
        Map<String, String> children = new HashMap<>();
        sample.rows("night-1/2026_spring_pupilonroll.csv", row -> children.put(row.get("pupilonrolltableid"),
                row.get("upn")));
        sample.rows("night-1/2026_spring_pupilnolongeronroll.csv",
                row -> children.put(row.get("pupilnolongeronrolltableid"), row.get("upn")));
        Map<String, Integer> census = new HashMap<>();
        sample.rows("night-1/2026_spring_termlysessiondetailsonroll.csv.gz",
                row -> census.put(key(row, "pupilonrolltableid", children), Integer.parseInt(row.get("sessions"))));
        sample.rows("night-1/2026_spring_termlysessiondetailsoffroll.csv.gz",
                row -> census.put(key(row, "pupilnolongeronrolltableid", children),
                Integer.parseInt(row.get("sessions"))));
        census.keySet().removeIf(key -> !Upn.isValid(key.split(" ")[1]) || !key.split(" ")[1].matches(".*\\d"));
        assertThat(census).hasSizeGreaterThan(3000);
        assertThat(census).allSatisfy((key, sessions) -> {
            boolean isSecondNumber = !marks.containsKey(key);
            assertThat(isSecondNumber || marks.get(key) <= sessions).as(key).isTrue();
        });
        int differing = (int) census.entrySet().stream().filter(entry -> !entry.getValue()
                .equals(marks.get(entry.getKey())))
                .count();
        assertThat(differing).as("children whose number changed in the term").isLessThan(60);
    }

    @Test
    void a_suspension_has_e_marks_from_its_first_day() throws IOException {
        Set<String> excluded = new HashSet<>();
        Set<String> marked = new HashSet<>();
        sample.marks("night-1/attendance_marks_202425*", mark -> {
            String key = mark[2] + mark[3];
            marked.add(key);
            if (mark[5].equals("E")) {
                excluded.add(key);
            }
        });
        int[] found = new int[1];
        sample.rows("night-1/exclusion_notice_202425*", row -> {
            if (row.get("category").equals("SUSP")) {
                assertThat(row.get("upn") + row.get("start_date")).isIn(excluded);
                found[0]++;
            }
        });
        assertThat(found[0]).isPositive();
        assertThat(marked).hasSizeGreaterThan(600 * 180);
    }

    @Test
    void the_xml_of_a_school_is_well_formed_and_resent_with_a_higher_serial() throws Exception {
        for (Path file : sample.all("night-*/*.xml")) {
            try (var in = Files.newInputStream(file)) {
                XMLStreamReader reader = XMLInputFactory.newFactory().createXMLStreamReader(in);
                int pupils = 0;
                while (reader.hasNext()) {
                    reader.next();
                    pupils += reader.isStartElement() && reader.getLocalName().equals("UPN") ? 1 : 0;
                }
                assertThat(pupils).isPositive();
            }
        }
        assertThat(sample.all("night-1/*.xml")).extracting(file -> file.getFileName().toString())
                .containsExactly("8992005_SC1_899LL25_001.xml", "8994003_SC1_899LL25_001.xml");
        assertThat(sample.all("night-2/*.xml")).extracting(file -> file.getFileName().toString())
                .containsExactly("8994001_SC1_899LL26_002.xml");
    }

    @Test
    void every_row_has_as_many_fields_as_its_header() throws IOException {
        for (Path file : sample.all("**.csv")) {
            SampleFiles.rows(file, row -> assertThat(row.isConsistent())
                    .as(file.getFileName() + " " + row.getRecordNumber())
                    .isTrue());
        }
    }

    @Test
    void section_251_lines_add_up() throws IOException {
        sample.rows("night-1/s251_*.csv", row -> {
            boolean isBudget = row.isMapped("gross_planned_expenditure");
            long gross = Long.parseLong(row.get(isBudget ? "gross_planned_expenditure" : "gross_expenditure"));
            long net = Long.parseLong(row.get(isBudget ? "net_planned_expenditure" : "net_expenditure"));
            long sum = 0;
            for (String column : List.of("early_years_establishments", "primary_schools", "secondary_schools",
                    "sen_and_special_schools", "pupil_referral_units_and_alt_provision", "post_16")) {
                sum += row.get(column).equals("z") ? 0 : Long.parseLong(row.get(column));
            }
            assertThat(sum).isEqualTo(gross);
            assertThat(gross - Long.parseLong(row.get("income"))).isEqualTo(net);
        });
    }

    private static String key(CSVRecord row, String parent, Map<String, String> children) {
        return row.get("NativeId") + " " + children.get(row.get(parent)) + " " + row.get("attendancereason");
    }
}
