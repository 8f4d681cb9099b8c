package org.bellwether.config;

import static org.bellwether.config.ErrorKind.BUG;
import static org.bellwether.config.ErrorKind.CONFIG;
import static org.bellwether.config.ErrorKind.DATA;
import static org.bellwether.config.ErrorKind.ENVIRONMENT;
import static org.bellwether.config.ErrorKind.USER;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every error that can end a command: who has to do something about it, what has happened, and what to do.
 *
 * <p>A number is never given to another error. What a delivered file or row can have wrong is in {@code config/rules}.
 * Values stand in braces and are given in the order in which they first appear.
 */
public enum ErrorCode {
    NO_PROJECT(USER, 1, "There is no Bellwether at {folder}", "Start it with the launcher, ./bellwether"),
    HOME_IS_A_FILE(USER, 2, "The home {home} is a file", "Name a folder with --home"),
    NO_AUTHORITY(USER, 3, "The home {home} has no authority yet", "Write bellwether: {la: 821} with your LA code into {file}"),
    NOTHING_HAS_RUN(USER, 4, "Nothing has run on {home} yet", "Drop returns into {inbox} and run: bellwether nightly"),
    FIRST_RUN_GOES_ON(USER, 5, "The first run on {home} is going on, since {since}", "Ask again when it has ended"),
    NOTHING_PUBLISHED(USER, 6, "Nothing is published on {home} yet", "Run: bellwether nightly"),
    NO_SUCH_RELEASE(USER, 7, "There is no release {release}", "See: bellwether releases list"),
    RELEASE_PRUNED(USER, 8, "Release {release} has been pruned: only its manifest and models are kept", "Name a later one; see: bellwether releases list"),
    NO_EARLIER_RELEASE(USER, 9, "There is no earlier release than {release}", "See: bellwether releases list"),
    NO_SUCH_RETURN(USER, 10, "There is no return {return}", "Name one of these: {returns}"),
    NO_SUCH_SUBMISSION(USER, 11, "There is no submission {submission}", "See: bellwether status"),
    SUBMISSION_NOT_UNIQUE(USER, 12, "{submission} is the beginning of {number} submissions", "Write more of one of these: {submissions}"),
    WITHDRAWN_ALREADY(USER, 13, "{submission} was withdrawn already, by {name} at {instant}: {why}", "Nothing is to be done"),
    NEVER_ACCEPTED(USER, 14, "{submission} was never accepted, it is {state}", "There is nothing to withdraw"),
    NO_REASON(USER, 15, "A decision is kept with who takes it and why", "Give --by and --why"),
    NO_SUCH_FILE(USER, 16, "There is no file {file}", "Look at its name, or whether what holds it is mounted"),
    NO_MOMENT(USER, 17, "'{text}' is neither a day nor an instant", "Write it as 2026-05-13 or 2026-05-13T02:30:00Z"),
    AS_OF_FROM_SCRATCH(USER, 18, "--as-of always builds from scratch", "Leave --from-scratch out"),
    TOO_FEW_NIGHTS(USER, 19, "--next takes a number from 1 on, not {number}", "Write --next 3"),
    FOLDER_IS_A_FILE(USER, 20, "{path} is a file and is left alone", "Name a folder"),
    FOLDER_OF_OTHERS(USER, 21, "{folder} was not made by {command} and is left alone", "Name a folder that is empty or not there yet"),
    FOLDER_NOT_EMPTY(USER, 22, "{folder} is not empty and is left alone", "Name another folder with --out"),
    NO_SUCH_SAMPLE(USER, 23, "Such sample data cannot be made: {why}", "See: bellwether generate --help"),
    NO_SUCH_AUTHORITY(USER, 24, "{code} is no local authority of config/reference/local_authority.csv", "Give --la its three-digit code, such as 821"),
    HOME_OF_ANOTHER(USER, 25, "The home {home} is that of {code} and is left alone", "Name another folder with --home"),
    SETTINGS_ARE_THERE(USER, 26, "{file} is there and names no authority", "Write into it: bellwether: {la: {code}, la_name: \"{name}\"}"),
    HOLDS_OTHER_THINGS(USER, 27, "{folder} holds other things ({name}) and is left alone", "Name a folder that is empty or not there yet"),
    REPORT_IS_A_FOLDER(USER, 28, "{path} is a folder", "Name a file"),
    NO_SUCH_FOLDER(USER, 29, "There is no folder {folder}", "Make it, or name a file in another"),
    REPORT_OF_OTHERS(USER, 30, "{file} is there, is no earlier report of this kind, and is left alone", "Name another file"),
    SMALL_COUNTS(USER, 31, "In what was built as of {as_of} small counts are not hidden", "Add --restricted to see it"),
    NO_COMPOSED_MODELS(USER, 32, "The current release keeps no composed models", "Publish another with this version: bellwether nightly"),
    NO_SUCH_MODEL(USER, 33, "There is no model {model}", "Name one of these: {models}"),
    NOT_BUILT_AS_OF(USER, 34, "Nothing is built as of {as_of}; built are: {instants}", "Run: bellwether build --as-of {as_of}"),
    READ_ONLY(USER, 35, "Releases are read-only, and this is no question or has a part that writes",
            "Ask one SELECT, DESCRIBE, SUMMARIZE, SHOW or EXPLAIN"),
    NO_QUESTION(USER, 36, "There is no question in it", "Ask one SELECT, such as: select * from mart_exclusions_la"),
    SEVERAL_QUESTIONS(USER, 37, "There are several questions in it", "Ask one question at a time"),
    UNKNOWN_FUNCTION(USER, 38, "sql reads the tables of a release; it does not know the function {name}()", "See which there are: show tables"),
    PINNED_ALREADY(USER, 39, "Release {release} was pinned already, by {name} at {instant}: {why}", "Nothing is to be done"),
    NOT_PINNED(USER, 40, "Release {release} is not pinned", "See: bellwether releases list"),
    NOT_HELD(USER, 41, "Release {release} is not held for approval", "See: bellwether releases review"),
    STARTED_IT(USER, 42, "{name} started the run that made release {release}", "Let two others approve it"),
    APPROVED_ALREADY(USER, 43, "{name} has approved release {release} already", "Let another person approve it"),
    NOTHING_BUILT(USER, 44, "Nothing is built on {home}", "Run: bellwether build"),
    NO_SUCH_MART(USER, 45, "There is no mart {mart}", "Name one of these: {marts}"),
    WAIVERS_NOT_ADDED(USER, 87, "Nothing can be added to {file} as it is written", "Write the waiver into it yourself; config/waivers.yml of what is installed shows how"),
    NOTHING_WAIVED(USER, 88, "Nothing is waived. {problem}", "See: bellwether waive --help"),
    RESTRICTED_ALONE(USER, 84, "Nothing of {mart} is published", "Add --restricted where you may see single children and schools"),
    NOT_EXPLAINED(USER, 46, "{column} is no figure of {mart}", "Name one of these: {columns}; of others sql --model {mart} prints the SELECT"),
    NO_ROW(USER, 47, "No row of {mart} meets the condition", "Ask sql which there are; a row is named by {columns}, and not every row is published"),
    SEVERAL_ROWS(USER, 48, "{number} rows of {mart} meet the condition", "Name one of them by {columns}"),
    CONDITION_WRONG(USER, 49, "The condition cannot be asked of {mart}: {problem}", "Write it as in the WHERE of a SELECT on that mart"),
    NO_USER_NAME(USER, 60, "'{name}' cannot be the name of somebody who signs in", "Use 2 to 64 small letters, digits and . _ @ -"),
    USER_IS_THERE(USER, 61, "{name} may sign in already", "See: bellwether users list"),
    NO_SUCH_USER(USER, 62, "There is nobody of the name {name}", "See: bellwether users list"),
    PASSWORD_WEAK(USER, 63, "The password is too weak", "Give one of {shortest} characters to {longest} bytes, not of a few signs alone, without the name in it"),
    NO_SUCH_ROLE(USER, 64, "There is no role {role}", "Name some of these: {roles}"),
    NOBODY_MAY_SIGN_IN(USER, 65, "Nobody may sign in to the console of {home}", "Add somebody: bellwether users add NAME --role officer"),
    OPEN_WITHOUT_TLS(USER, 66, "At {address} others would reach the console, and it has no TLS",
            "Set bellwether.serve.certificate and private_key, or behind_proxy: true where a proxy has the TLS"),
    NO_PASSWORD(USER, 67, "No password was given", "Type it when asked, or send it as the first line of standard input"),
    DAYS_NOT_IN_ORDER(USER, 68, "{first} is not before {second}", "Name the earlier day first"),
    NO_UPN(USER, 69, "What was given has not the form of a UPN", "Give a letter, eleven digits and a digit or letter; a dash has it read from standard input"),
    NOTHING_HELD(USER, 70, "Nothing is held on this pupil", "Look at the UPN; the pupil may have had another one"),
    NO_SUCH_STATEMENT(USER, 81, "There is no statement {id}", "See those of a document: bellwether answer --strategy CODE"),
    NO_SUCH_STRATEGY(USER, 82, "There are no statements of a strategy {strategy}", "Name one of these: {strategies}"),
    NOTHING_TO_ANSWER(USER, 83, "Neither a statement nor a strategy is named", "Name a statement, such as S2-07, or --strategy with one of these: {strategies}"),
    TELLS_NOBODY(USER, 80, "The home {home} tells nobody of its runs", "Write {file}; docs/notifications.md shows how"),

    SETTING_WRONG(CONFIG, 1, "{problems}", "Mend it there, or leave the key out to have what config/application.yml ships"),
    UNKNOWN_KEY(CONFIG, 2, "{file}: unknown key '{key}' at {place}", "Correct it or take it out; the shipped file of that name has every key"),
    NOT_AS_EXPECTED(CONFIG, 3, "{file}: {problem}", "Correct it; the shipped file of that name shows the form"),
    CONFIG_MISSING(CONFIG, 4, "{file}: is missing", "Put it back; it is part of what is installed"),
    OTHER_HEADER(CONFIG, 5, "{file}: its header differs", "Its first line must be: {header}"),
    NOT_UTF8(CONFIG, 6, "{file}: cannot be read as UTF-8 text", "Save it as UTF-8"),
    CONTRACT_WRONG(CONFIG, 7, "{file}: {key}: {problem}", "Correct it; docs/add/return.md and docs/add/rule.md say what holds of it"),
    MEASURE_WRONG(CONFIG, 8, "{file}: {problem}", "Correct it; docs/add/measure.md says what holds of it"),
    STRATEGY_WRONG(CONFIG, 9, "{file}: {problem}", "Correct it; docs/add/strategy.md says what holds of it"),
    SAVING_WRONG(CONFIG, 10, "{file}: {problem}", "Correct it; docs/measures/hnb_saving_gbp.md says what a saving compares"),
    DISCLOSURE_WRONG(CONFIG, 11, "{file}: {problem}", "Say there what may be shown of it; docs/add/mart.md says how"),
    AUDIT_WRONG(CONFIG, 12, "{file}: {problem}", "Correct its header; every other file of sql/audits shows the form"),
    ROWS_WRONG(CONFIG, 13, "{table}: {problem}", "Correct the file of config that fills this table"),
    NO_NIGHT(CONFIG, 14, "By bellwether.schedule.cron and the calendar there is no night any more", "Mend the cron in {file}"),
    NO_KEY(CONFIG, 15, "{file}: must hold 64 hexadecimal digits", "Put the key back from its second copy"),
    MEASURES_MOVED(CONFIG, 16, "{file}: is no longer read", "Move its measures to measures/<subject>.yml, each with kind, of and marts"),
    REFERENCE_WRONG(CONFIG, 17, "{file}: {problem}", "Correct it; the shipped files of config/reference show the form"),
    PUBLICATION_WRONG(CONFIG, 18, "{file}: {problem}", "Correct it; the head of config/publication.yml shows the form"),
    STATEMENT_WRONG(CONFIG, 32, "{file}: {problem}", "Correct it; docs/add/statement.md says what holds of it"),
    NOTIFICATION_WRONG(CONFIG, 30, "{file}: {problem}", "Correct it; docs/notifications.md says what holds of it"),
    LINEAGE_WRONG(CONFIG, 31, "{file}: {problem}", "Correct it; the shipped config/lineage.yml says what holds of it"),

    AUDIT_FAILED(DATA, 1, "Nothing was published: {audits}", "Do what each audit says under resolve, then run: bellwether nightly"),
    READ_BACK_OTHERWISE(DATA, 2, "{file}: read back with other {what}", "Run it again, which writes the file anew; where it happens twice, look at the disk"),
    PSEUDONYM_SHARED(DATA, 3, "Two UPNs of submission {submission} share a pseudonym, or one has two",
            "Look whether vault/ is this home's own; nothing of the submission was used"),

    DISK_FULL(ENVIRONMENT, 1, "The disk is full ({where})", "Free space there, or move the home to a larger disk; nothing that was received is lost"),
    NO_PERMISSION(ENVIRONMENT, 2, "No permission ({where})",
            "A home is its owner's, others may read what is published: run it as the owner of the home, or ask the owner for the right"),
    OUT_OF_MEMORY(ENVIRONMENT, 3, "Not enough memory ({where})",
            "Raise bellwether.engine.memory_limit in the home's config, or end other work on this machine"),
    TOO_MANY_FILES(ENVIRONMENT, 4, "Too many open files ({where})", "Raise the limit of open files of this user (ulimit -n), 1024 is enough"),
    HELD_OPEN(ENVIRONMENT, 5, "A file of the home is held open by another process ({where})", "Close it there; readers open the files of a release"),
    DAMAGED(ENVIRONMENT, 6, "A file of the home is damaged or gone ({where})", "Run it again, which makes again what a night can; else run: bellwether recover"),
    DISK_FAILS(ENVIRONMENT, 7, "The disk does not answer ({where})",
            "Look at the machine's log of the disk or the mounted share; run it again once it answers"),
    HOME_IN_USE(ENVIRONMENT, 8, "The home {home} is in use by {process}", "Try again when it has ended"),
    SCHEDULE_IN_USE(ENVIRONMENT, 9, "The home {home} has a schedule already: {process}", "Stop that one first, or leave the nights to it"),
    CONSOLE_IN_USE(ENVIRONMENT, 40, "The home {home} has a console already: {process}", "Open that one, or stop it first"),
    PORT_IN_USE(ENVIRONMENT, 41, "Port {port} of {address} is taken or may not be used", "Name another with --port"),
    TLS_FILES(ENVIRONMENT, 42, "The certificate or its key cannot be used: {problem}", "See whether both are PEM files, belong together, and may be read"),
    USERS_DAMAGED(ENVIRONMENT, 43, "{file} is damaged", "Put it back from a copy, or take it away and add people again: bellwether users add"),
    KEY_GONE(ENVIRONMENT, 10, "The pseudonym key is not there ({file}), and this home has rows that were made under it", "Mount the vault, or put"
            + " the key back from its second copy. No new one is made, since with it no pupil would join what is known of them"),
    KEY_IS_ANOTHER(ENVIRONMENT, 11, "{file} is not the key under which the rows of this home were made ({record})", "Put the home's own vault back,"
            + " from its second copy or the volume that is not mounted. With another key no pupil joins what is known of them; nothing was changed"),
    STAGED_GONE(ENVIRONMENT, 12, "Staged rows of submission {submission} are gone, cut short or changed ({file})", "Mount what holds them or bring them"
            + " back from a copy of the home; or run bellwether recover, which judges them again from landing. Nothing was built, since it"
            + " would be silently wrong without them"),
    NO_CONTROL(ENVIRONMENT, 13, "The control database does not answer ({where})",
            "Start it, or mend bellwether.control in the home's config; see: bellwether doctor"),
    STATUS_DAMAGED(ENVIRONMENT, 14, "{file} is damaged", "The next run writes it again; to have it now, run: bellwether build"),
    HELD_DAMAGED(ENVIRONMENT, 15, "Release {release}, which is held for approval, is not what was audited any more ({file})",
            "Look at the disk, then run bellwether nightly, which makes another"),
    NOT_SENT(ENVIRONMENT, 60, "Channel {channel} of notifications.yml does not send ({why})",
            "Mend it, then run: bellwether notify; what could not be sent is kept, and each run tries it again"),
    LINEAGE_NOT_SENT(ENVIRONMENT, 61, "Lineage events of this run are lost ({why})", "Mend the home's config/lineage.yml or what it names; no figure is concerned"),

    UNEXPECTED(BUG, 1, "Something went wrong inside ({what})", "Send the log of this run to those who keep Bellwether"),
    MODEL_WRONG(BUG, 2, "{model}: {problem}", "Mend the model in sql/, or send the log of this run to those who keep it"),
    MODEL_FAILED(BUG, 3, "{model}: cannot be built ({what})", "Send the log of this run to those who keep the model"),
    TYPE_NOT_SHARED(BUG, 4, "{column} has type {type}", "Give it a flat type; a release holds no other"),
    DRAFT_GONE(BUG, 5, "Draft {release} is gone", "Run it again; where it happens twice, send the log of this run to those who keep Bellwether");

    private static final Pattern VALUE = Pattern.compile("\\{(\\w+)}");

    private final ErrorKind kind;
    private final int number;
    private final String message;
    private final String remedy;

    ErrorCode(ErrorKind kind, int number, String message, String remedy) {
        this.kind = kind;
        this.number = number;
        this.message = message;
        this.remedy = remedy;
    }

    /** Such as ENV-001; what a person searches for. */
    public String code() {
        return String.format(Locale.ROOT, "%s-%03d", kind.letters(), number);
    }

    public ErrorKind kind() {
        return kind;
    }

    /** What has happened, with the names of its values in braces. */
    public String message() {
        return message;
    }

    /** What to do, with the names of its values in braces. */
    public String remedy() {
        return remedy;
    }

    /** To be thrown; a collection is shown with commas, and no value can show a UPN. */
    public BellwetherException with(Object... values) {
        return new BellwetherException(this, null, values);
    }

    /** @param cause what it came from, kept for the log */
    public BellwetherException because(Throwable cause, Object... values) {
        return new BellwetherException(this, cause, values);
    }

    /** Names of the values, in the order in which they are given. */
    public List<String> valueNames() {
        return VALUE.matcher(message + remedy).results().map(name -> name.group(1)).distinct().toList();
    }

    /** Code, what has happened and what to do, in one line. */
    String sentence(Object... given) {
        List<String> names = valueNames();
        assert given.length == names.size() : code() + " takes " + names + " and was given " + given.length;
        return VALUE.matcher(code() + " " + message + ". " + remedy).replaceAll(name -> {
            int place = names.indexOf(name.group(1));
            return Matcher.quoteReplacement(place < given.length ? shown(given[place]) : name.group());
        });
    }

    private static String shown(Object value) {
        return (value instanceof Collection<?> several ? several.stream() : Stream.of(value)).map(one -> Shown.line(String.valueOf(one)))
                .collect(Collectors.joining(", "));
    }
}
