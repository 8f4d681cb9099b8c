package org.bellwether.sample.records;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.bellwether.sample.calendar.SchoolYear;
import org.bellwether.sample.calendar.Term;
import org.bellwether.sample.council.Chance;
import org.bellwether.sample.council.Council;
import org.bellwether.sample.council.Enrolment;
import org.bellwether.sample.council.Exclusion;
import org.bellwether.sample.council.NcYear;
import org.bellwether.sample.council.Scenario;
import org.bellwether.sample.council.Upn;
import org.bellwether.sample.file.CsvFile;

/**
 * Writes headteachers' notices: a file a term for the past, one a week since Easter, and what the second night
 * brings.
 */
public final class NoticeWriter {

    private static final String[] HEADER = {"notice_id", "laestab", "urn", "upn", "notice_date", "category", "reason1",
        "reason2", "reason3", "start_date", "end_date", "sessions", "ncyear", "sen_provision_at_start", "lac_at_start",
        "social_worker", "ehcp_interim_review_held", "guiding_principles_used", "alternatives_considered",
        "day6_provision_urn", "day6_provision_start", "governors_review_date", "review_result", "irp_date", "outcome",
        "outcome_date", "reintegration_meeting_date", "supersedes_notice_id"};

    private static final LocalDate DIRT_NOTICED = LocalDate.of(Scenario.LAST_YEAR, 11, 28);
    private static final List<String> ALTERNATIVES = List.of("Internal support", "Restorative meeting", "Mentoring",
            "Reduced transitions", "");

    private final Council council;
    private final LateNews news;

    public NoticeWriter(Council council, LateNews news) {
        this.council = council;
        this.news = news;
    }

    public void firstNight(Path folder) throws IOException {
        Map<String, List<Object[]>> files = new TreeMap<>();
        for (Exclusion exclusion : council.exclusions()) {
            for (Object[] row : told(exclusion)) {
                LocalDate noticed = (LocalDate) row[4];
                if (!noticed.isAfter(Scenario.FIRST_NIGHT) && exclusion != news.lateNotice()) {
                    files.computeIfAbsent(period(noticed), name -> new ArrayList<>()).add(row);
                }
            }
        }
        files.computeIfAbsent(period(DIRT_NOTICED), name -> new ArrayList<>()).addAll(dirt());
        for (Map.Entry<String, List<Object[]>> file : files.entrySet()) {
            write(folder, file.getKey(), file.getValue());
        }
    }

    /** The day's own notices, one that is three weeks late, a suspension made permanent, and a review that is over. */
    public void secondNight(Path folder) throws IOException {
        List<Object[]> rows = new ArrayList<>();
        for (Exclusion exclusion : council.exclusions()) {
            for (Object[] row : told(exclusion)) {
                if (row[4].equals(Scenario.SECOND_NIGHT) && exclusion != news.lateNotice()) {
                    rows.add(row);
                }
            }
        }
        if (news.lateNotice() != null) {
            Object[] late = row(news.lateNotice(), "N", news.lateNotice().category(), Scenario.SECOND_NIGHT);
            rows.add(late);
        }
        if (news.madePermanent() != null) {
            Object[] permanent = row(news.madePermanent(), "P", "PERM", Scenario.SECOND_NIGHT);
            permanent[27] = id("N", news.madePermanent());
            rows.add(permanent);
        }
        if (news.reviewed() != null) {
            Object[] reviewed = told(news.reviewed()).get(told(news.reviewed()).size() - 1);
            reviewed[22] = "A";
            reviewed[24] = "UPHELD";
            reviewed[25] = Scenario.SECOND_NIGHT;
            rows.add(reviewed);
        }
        write(folder, Scenario.SECOND_NIGHT.toString(), rows);
    }

    private static void write(Path folder, String period, List<Object[]> rows) throws IOException {
        rows.sort((one, other) -> ((LocalDate) one[4]).compareTo((LocalDate) other[4]));
        try (CsvFile csv = new CsvFile(folder.resolve("exclusion_notice_" + period + ".csv"), HEADER)) {
            for (Object[] row : rows) {
                csv.row(row);
            }
        }
    }

    /** The term for what is long past, else the Friday of the week, at latest the first night. */
    private String period(LocalDate noticed) {
        SchoolYear year = council.year(noticed);
        if (year.start() < Scenario.LAST_YEAR || Term.of(noticed) != Term.SUM) {
            return year.key() + "_" + Term.of(noticed);
        }
        LocalDate friday = noticed.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
        return (friday.isAfter(Scenario.FIRST_NIGHT) ? Scenario.FIRST_NIGHT : friday).toString();
    }

    private List<Object[]> told(Exclusion exclusion) {
        return switch (exclusion.telling()) {
            case CENSUS_ONLY -> List.of();
            case UPGRADED -> {
                Object[] first = row(exclusion, "S", "SUSP", exclusion.noticed());
                LocalDate noticedAgain = council.year(exclusion.start()).after(exclusion.noticed(), 4);
                Object[] second = row(exclusion, "N", "PERM", noticedAgain);
                second[27] = first[0];
                yield List.of(first, second);
            }
            default -> List.<Object[]>of(row(exclusion, "N", exclusion.category(), exclusion.noticed()));
        };
    }

    private Object[] row(Exclusion exclusion, String series, String category, LocalDate noticed) {
        Chance chance = Chance.of(council.seed(), "notice", exclusion.id());
        SchoolYear year = council.year(exclusion.start());
        Enrolment enrolment = exclusion.enrolment();
        boolean isPermanent = category.equals("PERM");
        int sessions = isPermanent ? 0 : Math.max(exclusion.sessions(), exclusion.isPermanent() ? 10 : 1);
        char sen = exclusion.sen(council);
        LocalDate end = isPermanent ? null : year.after(exclusion.start(), (sessions - 1) / 2);
        boolean needsDay6 = sessions > 10 || isPermanent;
        LocalDate day6 = null;
        if (needsDay6 && chance.happens(0.85)) {
            day6 = year.after(exclusion.start(), chance.happens(0.8) ? 5 : 8);
        }
        boolean isReviewed = isPermanent && !exclusion.outcome().equals("PENDING") && exclusion.isPermanent();
        LocalDate review = isReviewed ? year.after(exclusion.start(), 14) : null;
        String outcome = isPermanent && !exclusion.isPermanent() ? "PENDING" : exclusion.outcome();
        LocalDate back = isPermanent || end == null ? null : year.after(end.plusDays(1), 0);
        return new Object[] {id(series, exclusion), enrolment.school().laestab(), enrolment.school().urn(exclusion.start()),
            enrolment.pupil().upn(exclusion.start()), noticed, category, exclusion.reason(1), exclusion.reason(2),
            exclusion.reason(3), exclusion.start(), end, isPermanent ? null : sessions,
            NcYear.text(enrolment.ncYear(year.start())), sen, chance.happens(0.04) ? "Y" : "N",
            chance.happens(0.12) ? "Y" : "N", sen == 'E' ? chance.happens(0.7) ? "Y" : "N" : "NA",
            chance.happens(0.88) ? "Y" : "N", chance.pick(ALTERNATIVES), day6 == null ? null : 990012, day6, review,
            isReviewed ? outcome.equals("UPHELD") ? "A" : "C" : null, null, outcome,
            outcome.equals("PENDING") ? null : Objects.requireNonNullElse(review, noticed),
            back == null || back.isAfter(Scenario.FIRST_NIGHT) || chance.happens(0.15) ? null : back, null};
    }

    /** Ordinary mistakes: a mistyped UPN, an unknown category, no sessions, the same notice twice. */
    private List<Object[]> dirt() {
        List<Exclusion> recent = council.exclusions().stream()
                .filter(one -> one.category().equals("SUSP") && one.telling() == Exclusion.Telling.BOTH
                        && one.start().isBefore(LocalDate.of(Scenario.LAST_YEAR, 9, 1)))
                .toList();
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < Math.min(4, recent.size() / 50); i++) {
            Object[] row = row(recent.get(recent.size() - 1 - 7 * i), "X", "SUSP", DIRT_NOTICED);
            switch (i) {
                case 0 -> row[3] = Upn.spoiled((String) row[3]);
                case 1 -> row[5] = "EXCL";
                case 2 -> row[11] = 0;
                default -> row[6] = "ZZ";
            }
            row[9] = council.years().get(council.years().size() - 1).after(DIRT_NOTICED.minusDays(10), i);
            row[10] = row[9];
            row[19] = null;
            row[20] = null;
            row[26] = null;
            rows.add(row);
        }
        if (!rows.isEmpty()) {
            rows.add(rows.get(rows.size() - 1).clone());
        }
        return rows;
    }

    private static String id(String series, Exclusion exclusion) {
        return String.format(Locale.ROOT, "%s%06d", series, exclusion.id());
    }
}
