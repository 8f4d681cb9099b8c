package org.bellwether.batch.receive;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Small returns of the fictional authority, as text. */
public final class Given {

    public static final String NOTICE_HEADER =
            "notice_id,laestab,upn,surname,notice_date,category,reason1,start_date,sessions,sen_provision_at_start\n";
    public static final String MARK_HEADER = "laestab,upn,surname,attendance_date,session,attendance_code,recorded_at\n";

    private static final String CHECK_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";

    private Given() {
    }

    /** A valid UPN, another one for each number. */
    public static String upn(int number) {
        String digits = String.format(Locale.ROOT, "899%09d", number);
        int sum = IntStream.range(0, 12).map(place -> (digits.charAt(place) - '0') * (place + 2)).sum();
        return CHECK_LETTERS.charAt(sum % 23) + digits;
    }

    /** A surname that stands nowhere else, so that a test can look for it. */
    public static String surname(int number) {
        return "Zyxwvut" + Integer.toString(number, 26).toUpperCase(Locale.ROOT);
    }

    /** A notice that breaks no rule. */
    public static String notice(int number) {
        return String.format(Locale.ROOT, "N%06d,8992001,%s,%s,2025-02-04,SUSP,PP,2025-02-04,4,N", number, upn(number), surname(number));
    }

    /** A file of the notices {@code from} to {@code to}. */
    public static String notices(int from, int to) {
        return NOTICE_HEADER + lines(from, to);
    }

    public static String lines(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(number -> notice(number) + "\n").collect(Collectors.joining());
    }

    /** One mark of pupil 1 and following, told with a time of recording, which may be empty. */
    public static String mark(int pupil, String date, String session, String code, String recordedAt) {
        return String.join(",", "8992001", upn(pupil), surname(pupil), date, session, code, recordedAt) + "\n";
    }
}
