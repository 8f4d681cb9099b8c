package org.bellwether.batch.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.bellwether.intake.register.Submission;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many rows are typed by their distinct texts, few row by row: whichever way, a row means the same. */
class ManyRowsTest {

    private static final String HEADER = "laestab,urn,upn,surname,attendance_date,session,attendance_code,minutes_late,recorded_at\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {20_001, 200_001})
    void odd_marks_are_judged_alike_among_few_and_among_many(int others) {
        ReceivingFixture home = ReceivingFixture.in(folder).settings("max_rejected_pct: 100");
        List<String> odd = oddMarks();
        String text = HEADER + String.join("\n", odd) + "\n";

        Submission few = home.receive("attendance_marks_few.csv", text);
        Submission many = home.receive("attendance_marks_many.csv", text + fineMarks(others));

        assertThat(many.rows()).isEqualTo(few.rows() + others);
        assertThat(many.rejected()).isEqualTo(few.rejected()).isPositive();
        assertThat(home.violations(many)).hasSizeGreaterThan(15).isEqualTo(home.violations(few));
        assertThat(staged(home, many).stream().filter(row -> Integer.parseInt(row.split(" ")[0]) <= odd.size() + 1))
                .containsExactlyElementsOf(staged(home, few));
    }

    private static List<String> staged(ReceivingFixture home, Submission submission) {
        return home.staged(submission, "attendance_mark", "source_line", "laestab", "urn", "pupil_key", "attendance_date", "session",
                "attendance_code", "minutes_late", "recorded_at", "is_superseded");
    }

    /** Every kind of text that a mark can be spoilt with, and some that only look like it. */
    private static List<String> oddMarks() {
        String upn = Given.upn(1);
        return List.of(
                mark("8992001", "990001", upn, "2025-02-03", "AM", "/", "", "2025-02-03T09:00:00"),
                mark(" 899/2001 ", " 990001.0", " " + upn.toLowerCase(Locale.ROOT) + " ", " 03/02/2025", " pm", " l ", "+7", "2025-02-03 13:05:00 "),
                mark("899 2001", "99 0001", upn, "2025-02-04", "am", "c2", "seven", "yesterday"),
                mark("89920O1", "", upn, "2025-02-05", "AM", "/", "", ""),
                mark("8992001", "", upn, "2025-02-30", "AM", "/", "", ""),
                mark("8992001", "", upn, "2025-02-06", "EV", "/", "", ""),
                mark("8992001", "", upn, "2025-02-07", "AM", "/\\", "", ""),
                mark("8992001", "", upn, "2025-02-10", "AM", "H", "", ""),
                mark("8992001", "", upn, "2024-07-01", "AM", "h", "", ""),
                mark("8992001", "", upn, "2024-07-01", "PM", "J1", "", ""),
                mark("8992001", "", upn, "", "AM", "Q", "", ""),
                mark("", "", upn, "2025-02-11", "AM", "/", "", ""),
                mark("8992001", "", upn, "2025-02-11", "", "/", "", ""),
                mark("8992001", "", upn, "2025-02-11", "AM", "", "", ""),
                mark("8992001", "", "", "2025-02-12", "AM", "/", "", ""),
                mark("8992001", "", "A" + upn.substring(1), "2025-02-12", "AM", "/", "", ""),
                mark("8992001", "", "not a upn", "2025-02-12", "AM", "/", "", ""),
                mark("8992001", "9990000001", upn, "2025-02-13", "AM", "/", "99999999999", "2025-02-13T09:00:00Z"),
                mark("8992001", "", upn, "2025-02-14", "AM", "/", "", "2025-02-14T09:00:00"),
                mark("8992001", "", upn, "2025-02-14", "AM", "I", "", "2025-02-14T11:00:00"),
                mark("8992001", "", upn, "2025-02-14", "PM", "/", "", ""),
                mark("8992001", "", upn, "2025-02-17", "AM", "/", "", ""),
                mark("8992001", "", upn, "2025-02-17", "AM", "I", "", ""));
    }

    private static String fineMarks(int count) {
        StringBuilder marks = new StringBuilder();
        LocalDate first = LocalDate.of(2024, 9, 2);
        IntStream.range(0, count).forEach(number -> marks.append(mark("8992002", "990002", Given.upn(100 + number % 1000),
                first.plusDays(number / 2000).toString(), number / 1000 % 2 == 0 ? "AM" : "PM", number % 7 == 0 ? "I" : number / 1000 % 2 == 0 ? "/" : "\\", "", "")).append('\n'));
        return marks.toString();
    }

    private static String mark(String laestab, String urn, String upn, String date, String session, String code, String late, String recorded) {
        return String.join(",", laestab, urn, upn, "Zyxwvut", date, session, code, late, recorded);
    }
}
