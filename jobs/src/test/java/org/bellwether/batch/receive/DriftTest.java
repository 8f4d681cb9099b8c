package org.bellwether.batch.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bellwether.intake.register.Submission;
import org.bellwether.staging.shape.ShapeReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What looks different from what the same source has sent before is told, and no value of a pupil with it. */
class DriftTest {

    private static final String HEADER = "notice_id,laestab,upn,surname,start_date,category,reason1,notice_date,sessions,sen_provision_at_start";

    private static final String MARKS = "laestab,upn,surname,attendance_date,session,attendance_code,recorded_at\n";

    @TempDir
    Path folder;

    private ReceivingFixture home;

    @BeforeEach
    void a_home() {
        home = ReceivingFixture.in(folder);
    }

    @Test
    void columns_that_are_gone_or_new_or_have_another_name_place_or_type_are_told() {
        List<Submission> received = receive(notices(1, HEADER.replace("sessions", "sessions,site_code")), notices(11, HEADER.replace("sessions", "sessions,site_code")),
                notices(21, "notice_id,start_date,laestab,upn,surname,category,reason,sessions,site_codes,remarks").replace("2025-02-04", "04/02/2025"));

        assertThat(received.get(0).warnings()).isEmpty();
        assertThat(received.get(1).warnings()).isEmpty();
        assertThat(drifts(received.get(2))).containsExactly("MISSING notice_date", "MISSING sen_provision_at_start", "ADDED remarks", "RENAMED reason (was reason1)",
                "RENAMED site_codes (was site_code)", "MOVED start_date", "RETYPED start_date (days as dd/mm/yyyy, were days as yyyy-mm-dd)");
        assertThat(received.get(2).warnings()).singleElement().asString().startsWith("FILE-073 ").contains("since " + received.get(1).id(),
                "column missing notice_date, sen_provision_at_start; column added remarks; ");
        assertThat(home.status().get(2).warnings()).isEqualTo(received.get(2).warnings());
    }

    @Test
    void a_code_is_new_that_none_of_three_or_more_has_used_and_not_twice() {
        List<Submission> received = receive(notices(1, HEADER), notices(11, HEADER), notices(21, HEADER),
                notices(31, HEADER).replace(",PP,", ",DB,"), notices(41, HEADER).replace(",PP,", ",DB,"));

        assertThat(received.subList(0, 3)).allSatisfy(one -> assertThat(drifts(one)).isEmpty());
        assertThat(drifts(received.get(3))).containsExactly("NEW_CODE reason1 DB");
        assertThat(drifts(received.get(4))).isEmpty();
    }

    @Test
    void so_many_rows_as_never_before_are_told_with_what_is_usual() {
        List.of("03", "04", "05", "06", "07").forEach(day -> home.drop("attendance_marks_" + day + ".csv", marks("2025-02-" + day, 10)));
        home.drop("attendance_marks_10.csv", marks("2025-02-10", 10) + marks("2025-02-11", 9).substring(MARKS.length()));
        home.drop("attendance_marks_12.csv", marks("2025-02-12", 3));

        List<Submission> received = home.receive();

        assertThat(received.subList(0, 6)).allSatisfy(one -> assertThat(drifts(one)).isEmpty());
        assertThat(drifts(received.get(6))).containsExactly("COUNT 3 rows in attendance_mark for each laestab and attendance_date, usual are 6 to 16");
    }

    @Test
    void no_value_but_a_code_is_kept() {
        Submission submission = home.receive("exclusion_notice_1.csv", notices(1, HEADER.replace("notice_date", "notice of " + Given.upn(4))));

        assertThat(home.keptBytes(submission, ShapeReport.FILE)).asString().contains("\"PP\"", "notice of [UPN]").doesNotContain(Given.upn(1), Given.upn(4), Given.surname(1), "2025-02");
    }

    private List<Submission> receive(String... files) {
        IntStream.range(0, files.length).forEach(number -> home.drop("exclusion_notice_" + number + ".csv", files[number]));
        return home.receive();
    }

    private static String marks(String day, int pupils) {
        return MARKS + IntStream.rangeClosed(1, pupils).mapToObj(pupil -> Given.mark(pupil, day, "AM", "/", "")).collect(Collectors.joining());
    }

    /** Ten of them, with these columns: what is not known of them is a letter. */
    private static String notices(int from, String header) {
        StringBuilder csv = new StringBuilder(header).append('\n');
        for (int number = from; number < from + 10; number++) {
            String[] values = header.split(",");
            for (int place = 0; place < values.length; place++) {
                values[place] = value(values[place], number);
            }
            csv.append(String.join(",", values)).append('\n');
        }
        return csv.toString();
    }

    private static String value(String column, int number) {
        return switch (column) {
            case "notice_id" -> "N" + number;
            case "laestab" -> "8992001";
            case "upn" -> Given.upn(number);
            case "surname" -> Given.surname(number);
            case "start_date", "notice_date" -> "2025-02-04";
            case "category" -> "SUSP";
            case "reason", "reason1" -> "PP";
            case "sessions" -> "4";
            case "sen_provision_at_start" -> "N";
            default -> "x";
        };
    }

    private List<String> drifts(Submission submission) {
        return report(submission).drifts().stream().map(drift -> drift.kind().name() + " " + drift.subject()).toList();
    }

    private ShapeReport report(Submission submission) {
        return ShapeReport.in(home.home().landing(submission.returnName(), submission.id())).orElseThrow();
    }
}
