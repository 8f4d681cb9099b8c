package org.bellwether.sample.records;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.bellwether.sample.calendar.SchoolYear;
import org.bellwether.sample.council.Chance;
import org.bellwether.sample.council.Council;
import org.bellwether.sample.council.Enrolment;
import org.bellwether.sample.council.Phase;
import org.bellwether.sample.council.Placement;
import org.bellwether.sample.council.Provision;
import org.bellwether.sample.council.Pupil;
import org.bellwether.sample.file.CsvFile;

/** Writes what the council itself returns to DfE each January: its plans, and its pupils in alternative provision. */
public final class CaseloadWriter {

    private final Council council;
    private final List<Placement> placements;

    public CaseloadWriter(Council council, List<Placement> placements) {
        this.council = council;
        this.placements = placements;
    }

    public void write(Path folder) throws IOException {
        for (SchoolYear year : council.years()) {
            LocalDate day = LocalDate.of(year.start() + 1, 1, 15);
            plans(folder.resolve("sen2_" + year.key() + ".csv"), day);
            alternativeProvision(folder.resolve("ap_census_" + year.key() + ".csv"), day);
        }
    }

    private void plans(Path file, LocalDate day) throws IOException {
        try (CsvFile csv = new CsvFile(file, "upn", "plan_start_date", "plan_end_date", "primary_need", "secondary_need", "placement_urn",
                "placement_type")) {
            for (Pupil pupil : council.pupils()) {
                Enrolment enrolment = pupil.enrolments().stream().filter(one -> one.isOnRoll(day)).findFirst().orElse(null);
                if (enrolment != null && pupil.sen(council.index(day)) == 'E') {
                    int daysAgo = Chance.of(council.seed(), "plan", pupil.id()).between(60, 900);
                    csv.row(pupil.upn(), council.years().get(0).first().minusDays(daysAgo), null, pupil.traits().primaryNeed(),
                            pupil.traits().secondaryNeed(), enrolment.school().urn(day),
                            enrolment.school().phase() == Phase.SPECIAL ? "SPECIAL" : "MAINSTREAM");
                }
            }
        }
    }

    /** Those for whom the council pays and whom no state-funded school of its own returns. */
    private void alternativeProvision(Path file, LocalDate day) throws IOException {
        try (CsvFile csv = new CsvFile(file, "upn", "provider_urn", "provider_ukprn", "setting_type", "reason", "entry_date",
                "leaving_date", "attendance_pattern", "sessions_per_week", "sen_provision")) {
            for (Placement placement : placements) {
                Provision provision = placement.provision();
                boolean isOurs = provision.type().equals("UNREGISTERED_AP") || provision.isOutOfBorough();
                if (isOurs && placement.isOn(day, day)) {
                    csv.row(placement.pupil().upn(), provision.urn(), "", provision.urn() == null ? "OTH" : "",
                            placement.reason().equals("MHN") ? "MHN" : "OTH", placement.start(), null,
                            placement.sessionsPerWeek() == 10 ? "FT" : "PT", placement.sessionsPerWeek(),
                            placement.pupil().sen(council.index(day)));
                }
            }
        }
    }
}
