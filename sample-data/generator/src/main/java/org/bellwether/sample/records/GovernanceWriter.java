package org.bellwether.sample.records;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.bellwether.sample.calendar.SchoolYear;
import org.bellwether.sample.council.Chance;
import org.bellwether.sample.council.Council;
import org.bellwether.sample.council.Provision;
import org.bellwether.sample.council.Scenario;
import org.bellwether.sample.council.School;
import org.bellwether.sample.file.CsvFile;

/** Writes what provisions owe the council, which staff were trained and when children were asked. */
public final class GovernanceWriter {

    private static final List<String> ELEMENTS = List.of("BUDGET", "STAFFING", "SERVICE", "CURRICULUM", "KPI", "EVALUATION", "QUALITY",
            "SAFEGUARDING", "PARTNERSHIPS", "FEEDBACK", "CONTINGENCY", "FUTURE");
    private static final String AGREED = "VISION AIMS REFERRAL PUPILS DURATION STAFFING FINANCE KPI MONITORING REVIEW COMPLAINTS DATA TERMINATION";

    private final Council council;
    private final List<Provision> provisions;
    private int documents;

    public GovernanceWriter(Council council, List<Provision> provisions) {
        this.council = council;
        this.provisions = provisions;
    }

    public void write(Path folder) throws IOException {
        documents(folder);
        training(folder);
        voice(folder);
    }

    private void documents(Path folder) throws IOException {
        try (CsvFile csv = new CsvFile(folder.resolve("governance_return.csv"), "document_id", "report_type", "provision_code", "laestab",
                "period_start", "period_end", "due_date", "received_date", "elements_present", "score_1", "score_2", "score_3",
                "reviewed_on", "note_flag")) {
            for (SchoolYear year : council.years()) {
                for (Provision provision : provisions) {
                    if (provision.type().equals("BEHAVIOUR_PROVISION") || provision.type().equals("OUTREACH")) {
                        documents(csv, provision, year.start());
                    }
                }
            }
        }
    }

    private void documents(CsvFile csv, Provision provision, int start) throws IOException {
        LocalDate from = LocalDate.of(start, 9, 1);
        LocalDate to = LocalDate.of(start + 1, 8, 31);
        if (provision.from().isAfter(from) || provision.to() != null && provision.to().isBefore(to)) {
            return;
        }
        Chance chance = Chance.of(council.seed(), provision.code(), start);
        String agreed = chance.happens(0.8) ? AGREED : AGREED.replace(" COMPLAINTS", "");
        document(csv, "SLA", provision, from, to, from.plusDays(14), chance, agreed, true);
        document(csv, "NP_TERMLY", provision, from, LocalDate.of(start, 12, 31), LocalDate.of(start + 1, 1, 16), chance, "", false);
        document(csv, "NP_TERMLY", provision, LocalDate.of(start + 1, 1, 1), LocalDate.of(start + 1, 3, 31), LocalDate.of(start + 1, 4, 30),
                chance, "", false);
        document(csv, "NP_TERMLY", provision, LocalDate.of(start + 1, 4, 1), to, LocalDate.of(start + 1, 7, 17), chance, "", false);
        document(csv, "LA_ANNUAL", provision, from, to, LocalDate.of(start + 1, 7, 17), chance,
                String.join(";", ELEMENTS.subList(0, chance.happens(0.6) ? 12 : chance.between(9, 11))), true);
    }

    private void document(CsvFile csv, String type, Provision provision, LocalDate from, LocalDate to, LocalDate due, Chance chance,
            String elements, boolean isScored) throws IOException {
        LocalDate received = due.plusDays(chance.between(-10, 12));
        int[] scores = {chance.between(3, 5), chance.between(2, 5), chance.between(3, 5)};
        boolean hasCome = !received.isAfter(Scenario.FIRST_NIGHT) && chance.happens(0.93);
        boolean isReviewed = hasCome && isScored;
        csv.row(String.format(Locale.ROOT, "GR%05d", ++documents), type, provision.code(), provision.host(), from, to, due,
                hasCome ? received : null, hasCome ? elements : "", isReviewed ? scores[0] : null, isReviewed ? scores[1] : null,
                isReviewed ? scores[2] : null, isReviewed ? received : null, chance.happens(0.1) ? "Y" : "N");
    }

    private void training(Path folder) throws IOException {
        try (CsvFile csv = new CsvFile(folder.resolve("training.csv"), "event_id", "laestab", "course", "event_date", "role",
                "staff_trained", "sessions")) {
            int events = 0;
            for (School school : council.schools()) {
                Chance chance = Chance.of(council.seed(), "training", school.laestab());
                if (Scenario.POLICY_SCHOOLS.contains(school.laestab())) {
                    csv.row(String.format(Locale.ROOT, "TR%05d", ++events), school.laestab(), "THERAPEUTIC_THINKING", "2025-02-24", "ALL",
                            chance.between(18, 60), 2);
                }
                for (SchoolYear year : council.years()) {
                    LocalDate day = year.day(chance.between(5, 180));
                    String course = chance.pick(List.of("TRAUMA_INFORMED", "RESTORATIVE", "DE_ESCALATION", "SAFEGUARDING"));
                    if (chance.happens(0.7) && !day.isAfter(Scenario.FIRST_NIGHT)) {
                        csv.row(String.format(Locale.ROOT, "TR%05d", ++events), school.laestab(), course, day,
                                chance.pick(List.of("TEACHER", "SUPPORT", "SENCO")), chance.between(1, 25), chance.between(1, 3));
                    }
                }
            }
        }
    }

    private void voice(Path folder) throws IOException {
        try (CsvFile csv = new CsvFile(folder.resolve("pupil_voice.csv"), "voice_id", "laestab", "academic_year", "method", "held_on",
                "affected_cohort", "respondents", "actions_raised", "actions_closed")) {
            int held = 0;
            for (SchoolYear year : council.years()) {
                Chance chance = Chance.of(council.seed(), "voice", year.start());
                int cohort = Math.max(20, council.size() / 12);
                csv.row(String.format(Locale.ROOT, "PV%05d", ++held), "", year.key(), "SURVEY", year.day(30), cohort,
                        cohort * chance.between(15, 30) / 100, 4, chance.between(1, 4));
                for (School school : council.schools()) {
                    LocalDate day = year.day(chance.between(40, 150));
                    if (chance.happens(0.35) && !day.isAfter(Scenario.FIRST_NIGHT)) {
                        int asked = chance.between(6, 24);
                        csv.row(String.format(Locale.ROOT, "PV%05d", ++held), school.laestab(), year.key(),
                                chance.pick(List.of("FOCUS_GROUP", "INTERVIEW")), day, asked, chance.between(3, asked), chance.between(0, 3), 0);
                    }
                }
            }
        }
    }
}
