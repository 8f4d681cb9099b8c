package org.bellwether.config;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** What one home may set: config/application.yml with the home's own over it. */
public record Settings(Bellwether bellwether) {

    /** The zone in which a person names a day. */
    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** Path of the settings below a config folder. */
    public static final String FILE = "application.yml";

    /** @throws ConfigException naming file and key, where a key is unknown or its value out of range */
    public static Settings load(ConfigFiles config) {
        return SettingsCheck.checked(config.yaml(FILE, Settings.class).withSecrets(new Secrets(System::getenv)), config);
    }

    private Settings withSecrets(Secrets secrets) {
        return new Settings(new Bellwether(bellwether.la, bellwether.laName, bellwether.inbox, bellwether.maxRejectedPct, bellwether.engine,
                secrets.in(bellwether.control), bellwether.schedule, bellwether.releases, bellwether.keyCopy, bellwether.measures));
    }

    /** LA code of the one authority of this home; {@code maxRejectedPct}: a submission above it is rejected whole. */
    public record Bellwether(int la, String laName, Inbox inbox, int maxRejectedPct, Engine engine, Control control,
            Schedule schedule, Releases releases, KeyCopy keyCopy, Measures measures) {
    }

    /** How long a file must have been left alone before it is taken in, and how far a .gz may unpack. */
    public record Inbox(Duration quiet, long maxFileBytes, long maxUnpackedBytes, int maxLineBytes) {
    }

    public record Engine(String memoryLimit, int threads) {
    }

    /** The control database; an empty URL means the embedded one of the home. */
    public record Control(String url, String username, String password) {

        /** Without the password, wherever it may be printed. */
        @Override
        public String toString() {
            return "Control[url=" + url + ", username=" + username + "]";
        }
    }

    /** Cron of the nightly run, and whether it waits for school days. */
    public record Schedule(String cron, String zone, boolean schoolDaysOnly) {
    }

    public record Releases(int keep) {
    }

    /**
     * The second copy of the pseudonym key, apart from the home: where it lies, or where somebody keeps it.
     *
     * @param path of the copy or its folder; empty where this machine does not see it
     * @param kept where it is kept, in words; empty where {@code path} says it
     * @param checked day on which somebody last looked, as 2026-04-01; empty where {@code path} says it
     */
    public record KeyCopy(String path, String kept, String checked) {

        /** The day on which somebody last looked. */
        public Optional<LocalDate> checkedOn() {
            return checked.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(checked));
        }
    }

    /**
     * What a home may set of measures: thresholds that no official definition fixes, and where it goes another way than DfE.
     *
     * @param agedFifteenAfterWhitsun whether the second half of the summer term counts for pupils aged 15
     */
    public record Measures(int paMinPossibleSessions, boolean agedFifteenAfterWhitsun, int ebsnaWindowWeeks, int lowBase,
            int noticeLagDays) {
    }
}
