package org.bellwether.config;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.hibernate.validator.constraints.Range;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.logging.LogLevel;

/**
 * What one home may set: config/application.yml with the home's own over it.
 *
 * <p>The message of a constraint says what the value must be; the key and what it is are put before and behind it.
 *
 * @param la code of the one authority of this home; 0 where none is named yet
 * @param maxRejectedPct a submission above it is rejected whole
 */
@ConfigurationProperties(Settings.PREFIX)
public record Settings(
        @AuthorityCode int la,
        String laName,
        @Valid Inbox inbox,
        @Range(min = 0, max = 100, message = "from {min} to {max}") int maxRejectedPct,
        @Valid Engine engine,
        @Valid Control control,
        @Valid Schedule schedule,
        @Valid ServeSettings serve,
        @Valid Log log,
        @Valid Releases releases,
        @Valid KeyCopy keyCopy,
        @Valid Measures measures) {

    /** Under which they all stand. */
    static final String PREFIX = "bellwether";

    /** Path of the settings below a config folder. */
    public static final String FILE = "application.yml";

    /** The zone in which a person names a day. */
    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    /**
     * The settings of a home, whether an application is started on it or not.
     *
     * @throws BellwetherException naming the file, and of every key that is unknown or whose value cannot be meant its line and what would be right
     */
    public static Settings load(ConfigFiles config) {
        return new SettingsReader(config, System::getenv).read();
    }

    /** These definitions, run as another's machine and operation have it; the control database is the embedded one. */
    public Settings on(Settings machine) {
        return new Settings(la, laName, machine.inbox, maxRejectedPct, machine.engine, control, machine.schedule, machine.serve, machine.log, machine.releases, keyCopy,
                measures);
    }

    /** The same with the embedded control database, whatever the home has. */
    public Settings withEmbeddedControl() {
        return new Settings(la, laName, inbox, maxRejectedPct, engine, new Control("", "", ""), schedule, serve, log, releases, keyCopy, measures);
    }

    /** The same with the console at another address or port; null is that of the settings. */
    public Settings serving(String address, Integer port) {
        return new Settings(la, laName, inbox, maxRejectedPct, engine, control, schedule, serve.at(address, port), log, releases, keyCopy, measures);
    }

    /** How long a file must have been left alone before it is taken in, and how far a .gz may unpack. */
    public record Inbox(
            @DurationMin(message = "a time from PT0S to P1D") @DurationMax(days = 1, message = "a time from PT0S to P1D") Duration quiet,
            @Min(value = 1, message = "{value} or more") long maxFileBytes,
            @Min(value = 1, message = "{value} or more") long maxUnpackedBytes,
            @Min(value = 1, message = "{value} or more") int maxLineBytes) {
    }

    /** What the engine may take of the machine. */
    public record Engine(
            @Pattern(regexp = "(?i)\\s*\\d+([.]\\d+)?\\s*([KMGT]i?)?B\\s*", message = "an amount such as 2GB or 512MB") String memoryLimit,
            @Range(min = 1, max = 1024, message = "from {min} to {max}") int threads) {
    }

    /** The control database; an empty URL means the embedded one of the home. */
    public record Control(
            @Pattern(regexp = "\\s*|jdbc:.+", message = "empty or begin with jdbc:postgresql://") String url,
            String username,
            String password) {

        /** The embedded one lies in a folder of the owner's alone and has no password. */
        public boolean isEmbedded() {
            return url.isBlank();
        }

        /** Without the password, wherever it may be printed. */
        @Override
        public String toString() {
            return "Control[url=" + url + ", username=" + username + "]";
        }
    }

    /** Cron of the nightly run, and whether it waits for school days. */
    public record Schedule(@Cron String cron, @TimeZoneName String zone, boolean schoolDaysOnly) {
    }

    /**
     * The logs of the last runs.
     *
     * @param keep how many stay
     * @param level of what Bellwether writes into them, {@code libraries} of what the libraries below it do
     */
    public record Log(@Range(min = 1, max = 100_000, message = "from {min} to {max}") int keep, LogLevel level, LogLevel libraries) {
    }

    /**
     * @param keep how many stay whole
     * @param reviewers how many must approve a release that is held; of two neither may have started it
     */
    public record Releases(@Range(min = 1, max = 100_000, message = "from {min} to {max}") int keep,
            @Range(min = 1, max = 2, message = "1 or 2") int reviewers) {
    }

    /**
     * The second copy of the pseudonym key, apart from the home: where it lies, or where somebody keeps it.
     *
     * @param path of the copy or its folder; empty where this machine does not see it
     * @param kept where it is kept, in words; empty where {@code path} says it
     * @param checked day on which somebody last looked, as 2026-04-01; empty where {@code path} says it
     */
    @SeenOnADay
    public record KeyCopy(String path, String kept, String checked) {

        /** The day on which somebody last looked. */
        public Optional<LocalDate> checkedOn() {
            return checked.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(checked));
        }
    }

    /**
     * What a home may set of measures: thresholds that no official definition fixes, those of statutory guidance on suspension, and where it goes another way than DfE.
     * A release of before one of them is issued again with what it was then, a constant.
     *
     * @param agedFifteenAfterWhitsun whether the second half of the summer term counts for pupils aged 15
     */
    public record Measures(
            @Range(min = 0, max = 400, message = "from {min} to {max}") int paMinPossibleSessions,
            boolean agedFifteenAfterWhitsun,
            @Range(min = 1, max = 53, message = "from {min} to {max}") int ebsnaWindowWeeks,
            @Range(min = 0, max = 1_000_000, message = "from {min} to {max}") int lowBase,
            @Range(min = 0, max = 366, message = "from {min} to {max}") int noticeLagDays,
            @DefaultValue("365") @Range(min = 1, max = 1096, message = "from {min} to {max}") int reintegrationDays,
            @DefaultValue("60") @Range(min = 0, max = 400, message = "from {min} to {max}") int reintegrationSchoolDays,
            @DefaultValue("90") @Range(min = 0, max = 366, message = "from {min} to {max}") int eheExclusionDays,
            @DefaultValue("30") @Range(min = 0, max = 366, message = "from {min} to {max}") int eheRiskDays,
            @DefaultValue("6") @Range(min = 1, max = 53, message = "from {min} to {max}") int partTimeLimitWeeks,
            @DefaultValue("20") @Range(min = 0, max = 400, message = "from {min} to {max}") int watchMinPossibleSessions,
            @DefaultValue("5") @Range(min = 0, max = 190, message = "from {min} to {max}") int suspensionAskedDays,
            @DefaultValue("4") @Range(min = 0, max = 190, message = "from {min} to {max}") int suspensionAskedWarningDays,
            @DefaultValue("15") @Range(min = 0, max = 190, message = "from {min} to {max}") int suspensionMeetingDays,
            @DefaultValue("13") @Range(min = 0, max = 190, message = "from {min} to {max}") int suspensionMeetingWarningDays,
            @DefaultValue("45") @Range(min = 0, max = 190, message = "from {min} to {max}") int suspensionYearDays,
            @DefaultValue("40") @Range(min = 0, max = 190, message = "from {min} to {max}") int suspensionYearWarningDays,
            @DefaultValue("50") @Range(min = 0, max = 190, message = "from {min} to {max}") int governorsAskedSchoolDays,
            @DefaultValue("15") @Range(min = 0, max = 190, message = "from {min} to {max}") int governorsMeetingSchoolDays,
            @DefaultValue("8") @Range(min = 3, max = 400, message = "from {min} to {max}") int signalPoints) {
    }
}
