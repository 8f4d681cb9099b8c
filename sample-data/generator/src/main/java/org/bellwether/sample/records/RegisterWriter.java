package org.bellwether.sample.records;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.bellwether.sample.council.Chance;
import org.bellwether.sample.council.Council;
import org.bellwether.sample.council.EbsnaEpisode;
import org.bellwether.sample.council.Placement;
import org.bellwether.sample.council.Provision;
import org.bellwether.sample.council.Scenario;
import org.bellwether.sample.council.School;
import org.bellwether.sample.file.CsvFile;

/** Writes the council's own registers: EBSNA, placements, provisions, policy events. */
public final class RegisterWriter {

    private final Council council;
    private final List<Provision> provisions;
    private final List<Placement> placements;

    public RegisterWriter(Council council, List<Provision> provisions, List<Placement> placements) {
        this.council = council;
        this.provisions = provisions;
        this.placements = placements;
    }

    public void write(Path folder) throws IOException {
        ebsna(folder);
        provisions(folder);
        placements(folder);
        policyEvents(folder);
    }

    private void ebsna(Path folder) throws IOException {
        try (CsvFile csv = new CsvFile(folder.resolve("ebsna_register.csv"), "episode_id", "upn", "laestab", "provision_code",
                "referral_date", "support_start_date", "support_end_date", "outcome")) {
            for (EbsnaEpisode episode : council.episodes()) {
                csv.row(id("EB", episode.id()), episode.enrolment().pupil().upn(), episode.enrolment().school().laestab(),
                        Scenario.EBSNA_CENTRE, episode.referred(), episode.started(), episode.ended(),
                        episode.outcome());
            }
        }
    }

    private void provisions(Path folder) throws IOException {
        try (CsvFile csv = new CsvFile(folder.resolve("provision_register.csv"), "provision_code", "provision_name",
                "provision_type", "la_code", "neighbourhood", "host_laestab", "key_stages", "need_focus",
                "support_tier", "commissioned_capacity", "capacity_primary", "capacity_secondary", "capacity_post16",
                "is_full_time", "is_registered", "valid_from", "valid_to")) {
            for (Provision provision : provisions) {
                if (provision.code().equals(Scenario.EBSNA_CENTRE)) {
                    LocalDate grown = LocalDate.of(2025, 9, 1);
                    provision(csv, provision, provision.secondary() * 2 / 3, provision.from(), grown.minusDays(1));
                    provision(csv, provision, provision.secondary(), grown, null);
                } else {
                    provision(csv, provision, provision.secondary(), provision.from(), provision.to());
                }
            }
        }
    }

    private static void provision(CsvFile csv, Provision provision, int secondary, LocalDate from, LocalDate to)
            throws IOException {
        boolean isRegistered = provision.urn() != null;
        csv.row(provision.code(), provision.name(), provision.type(), provision.laCode(), provision.neighbourhood(),
                provision.host(), provision.keyStages(), provision.need(), provision.tier(),
                provision.primary() + secondary, provision.primary(), secondary, 0,
                !provision.element().equals("OUTREACH") && isRegistered ? "Y" : "N",
                isRegistered ? "Y" : "N", from, to);
    }

    private void placements(Path folder) throws IOException {
        try (CsvFile csv = new CsvFile(folder.resolve("placement_register.csv"), "placement_id", "upn", "home_laestab",
                "provision_code", "provider_urn", "provider_la_code", "placement_type", "support_tier", "reason",
                "referral_date", "start_date", "planned_end_date", "end_date", "sessions_per_week", "exception_reason",
                "mdt_date", "parent_consulted_date", "has_exit_plan", "destination", "protective_reason",
                "travel_minutes")) {
            for (Placement placement : placements) {
                Chance chance = Chance.of(council.seed(), "placement", placement.id());
                Provision provision = placement.provision();
                LocalDate start = placement.start();
                boolean isPlanned = provision.type().equals("BEHAVIOUR_PROVISION");
                String destination = placement.end() == null ? "" : chance.pick(List.of("MAINSTREAM", "MAINSTREAM",
                        "MAINSTREAM", "SPECIAL", "OTHER"));
                csv.row(id("PL", placement.id()), placement.pupil().upn(), placement.homeLaestab(), provision.code(),
                        provision.urn(), provision.laCode(),
                        provision.isOutOfBorough() ? "OUT_OF_BOROUGH" : provision.type(),
                        provision.tier(), placement.reason(), start.minusDays(chance.between(10, 40)), start,
                        placement.plannedEnd(), placement.end(), placement.sessionsPerWeek(), "",
                        chance.happens(0.7) ? start.minusDays(chance.between(4, 9)) : null,
                        chance.happens(0.92) ? start.minusDays(chance.between(1, 12)) : null,
                        chance.happens(isPlanned ? 0.45 : 0.85) ? "Y" : "N", destination,
                        provision.isOutOfBorough() && chance.happens(0.2) ? "LAC" : "",
                        provision.isOutOfBorough() ? chance.between(30, 65) : chance.between(5, 30));
            }
        }
    }

    private void policyEvents(Path folder) throws IOException {
        try (CsvFile csv = new CsvFile(folder.resolve("policy_events.csv"), "laestab", "event_date", "event", "detail")) {
            for (School school : council.schools()) {
                Chance chance = Chance.of(council.seed(), "events", school.laestab());
                LocalDate signed = LocalDate.of(2024, 10, 1).plusDays(chance.below(240));
                if (Scenario.POLICY_SCHOOLS.contains(school.laestab())) {
                    csv.row(school.laestab(), "2025-02-24", "TRAINED", "Whole-staff training, therapeutic approach");
                    csv.row(school.laestab(), Scenario.POLICY_CHANGE, "POLICY_CHANGE", "New behaviour policy");
                }
                if (chance.happens(0.6)) {
                    csv.row(school.laestab(), signed, "CHARTER_SIGNED", "Wardown inclusion charter");
                }
            }
        }
    }

    private static String id(String series, int number) {
        return String.format(Locale.ROOT, "%s%05d", series, number);
    }
}
