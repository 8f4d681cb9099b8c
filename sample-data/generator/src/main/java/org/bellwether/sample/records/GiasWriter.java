package org.bellwether.sample.records;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.bellwether.sample.council.Council;
import org.bellwether.sample.council.Phase;
import org.bellwether.sample.council.Scenario;
import org.bellwether.sample.council.School;
import org.bellwether.sample.council.Upn;
import org.bellwether.sample.file.CsvFile;

/** Writes what the register of schools (GIAS) held on one day, in its own columns and in Windows-1252. */
public final class GiasWriter {

    private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-uuuu", Locale.ROOT);
    private static final String[] HEADER = {"URN", "LA (code)", "LA (name)", "EstablishmentNumber", "EstablishmentName",
        "TypeOfEstablishment (name)", "EstablishmentTypeGroup (name)", "EstablishmentStatus (name)", "OpenDate",
        "CloseDate", "PhaseOfEducation (name)", "StatutoryLowAge", "StatutoryHighAge", "NurseryProvision (name)",
        "OfficialSixthForm (name)", "Gender (name)", "AdmissionsPolicy (name)", "SchoolCapacity", "CensusDate",
        "NumberOfPupils", "Trusts (name)", "Federations (name)", "Town", "Postcode", "GOR (name)", "Neighbourhood"};

    private final Council council;

    public GiasWriter(Council council) {
        this.council = council;
    }

    public void write(Path folder, LocalDate day) throws IOException {
        Path file = folder.resolve("edubasealldata" + BASIC.format(day) + ".csv");
        try (CsvFile csv = new CsvFile(file, Charset.forName("windows-1252"), HEADER)) {
            for (School school : council.schools()) {
                boolean hasConverted = school.convertedOn() != null && !day.isBefore(school.convertedOn());
                if (hasConverted) {
                    row(csv, school, school.urn(), school.isAcademy(), school.opened(), school.convertedOn(), day);
                    row(csv, school, school.academyUrn(), true, school.convertedOn(), null, day);
                } else {
                    row(csv, school, school.urn(), school.isAcademy(), school.opened(), null, day);
                }
            }
            if (day.isAfter(Scenario.FIRST_NIGHT)) {
                planned(csv);
            }
            elsewhere(csv);
        }
    }

    private void row(CsvFile csv, School school, int urn, boolean isAcademy, LocalDate opened, LocalDate closed,
            LocalDate day)
            throws IOException {
        long pupils = council.roll(school).stream().filter(enrolment -> enrolment.isOnRoll(day)).count();
        Phase phase = school.phase();
        int capacity = (int) (pupils * 108 / 100 / 5 * 5 + 10);
        csv.row(urn, Scenario.LA_CODE, Scenario.LA_NAME, school.establishment(), school.name(), type(phase, isAcademy),
                group(phase, isAcademy), closed == null ? "Open" : "Closed", DAY.format(opened),
                closed == null ? "" : DAY.format(closed.minusDays(1)), phase.gias(), phase.lowYear() + 4,
                school.highYear() + 5, "No Nursery Classes",
                school.highYear() > 11 ? "Has a sixth form" : "Does not have a sixth form", "Mixed",
                phase.isMainstream() && phase != Phase.PRIMARY ? "Non-selective" : "Not applicable", capacity,
                DAY.format(LocalDate.of(day.getYear(), 1, 18)), pupils,
                isAcademy ? "Wardown Learning Trust" : "", "", "Wardown", "ZW1 1" + letters(school),
                Scenario.REGION_NAME, school.neighbourhood());
    }

    /** The special school for social, emotional and mental health that the second night's register announces. */
    private static void planned(CsvFile csv) throws IOException {
        csv.row(990150, Scenario.LA_CODE, Scenario.LA_NAME, 7090, "Foxwath Special School", "Free schools special",
                "Free Schools", "Proposed to open", "01-09-2027", "", "Not applicable", 5, 16, "No Nursery Classes",
                "Does not have a sixth form", "Mixed", "Not applicable", 60, "", "", "Wardown Learning Trust", "",
                "Wardown", "ZW1 1FX", Scenario.REGION_NAME, "SOUTH");
    }

    /** Invented schools of other councils, where a few children of Wardown are placed. */
    private static void elsewhere(CsvFile csv) throws IOException {
        other(csv, 990701, 822, "Bedford", 7997, "Fenmarrow Special School", "Community special school",
                "Special schools", Scenario.REGION_NAME);
        other(csv, 990702, 919, "Hertfordshire", 7998, "Oddwath House School", "Other independent special school",
                "Independent schools", Scenario.REGION_NAME);
        other(csv, 990703, 823, "Central Bedfordshire", 1199, "Gorsefold Academy of Alternative Provision",
                "Academy alternative provision converter", "Academies", Scenario.REGION_NAME);
    }

    private static void other(CsvFile csv, int urn, int la, String laName, int number, String name, String type,
            String group, String region) throws IOException {
        csv.row(urn, la, laName, number, name, type, group, "Open", "01-09-2005", "", "Not applicable", 7, 16,
                "No Nursery Classes", "Does not have a sixth form", "Mixed", "Not applicable", 90, "18-01-2024", 80, "",
                "", "Elsewhere", "ZW9 1AA", region, "");
    }

    private static String type(Phase phase, boolean isAcademy) {
        return switch (phase) {
            case SPECIAL -> isAcademy ? "Academy special converter" : "Community special school";
            case PRU -> "Pupil referral unit";
            default -> isAcademy ? "Academy converter" : "Community school";
        };
    }

    private static String group(Phase phase, boolean isAcademy) {
        return isAcademy ? "Academies"
                : phase == Phase.SPECIAL ? "Special schools" : "Local authority maintained schools";
    }

    private static String letters(School school) {
        int number = school.urn() % 529;
        return "" + Upn.ALPHABET.charAt(number / 23) + Upn.ALPHABET.charAt(number % 23);
    }
}
