package org.bellwether.home;

import java.nio.file.Path;

/** The working home of one warehouse: where each kind of file lives. Creates nothing by itself. */
public record Home(Path root) {

    public Home {
        root = root.toAbsolutePath().normalize();
    }

    /** Where returns are dropped. */
    public Path inbox() {
        return root.resolve("inbox");
    }

    /** This home's overlay over the shipped config. */
    public Path config() {
        return root.resolve("config");
    }

    /** Received files, untouched, one folder a submission. */
    public Path landing() {
        return root.resolve("landing");
    }

    /** Files that have arrived and are not yet recognised, one folder an arrival. */
    public Path arriving() {
        return landing().resolve(".arriving");
    }

    public Path landing(String returnName, String submission) {
        return landing().resolve(returnName).resolve(submission);
    }

    /** Unknown or refused files, one folder a day; nothing is ever deleted. */
    public Path refused() {
        return root.resolve("refused");
    }

    public Path staged() {
        return root.resolve("staged");
    }

    /** Staged Parquet of one submission; exists only once the submission is judged. */
    public Path staged(String returnName, String submission) {
        return staged().resolve(returnName).resolve(submission);
    }

    public Path vault() {
        return root.resolve("vault");
    }

    /** What was asked of a pupil for that pupil, a folder an answer. */
    public Path subjects() {
        return vault().resolve("subjects");
    }

    /** What schools have to mend, a folder a return and school; it names pupils by their UPNs. */
    public Path rejectReports() {
        return vault().resolve("reports");
    }

    /** A log of each of the last runs. */
    public Path logs() {
        return root.resolve("logs");
    }

    public Path control() {
        return root.resolve("control");
    }

    /** What the last run left for commands that only report. */
    public Path statusFile() {
        return control().resolve("status.json");
    }

    /** What the run that holds the home has done so far; gone when it ends. */
    public Path progressFile() {
        return control().resolve("progress.json");
    }

    /** What was accepted and is left out of the build, for commands that only report. */
    public Path setAsideFile() {
        return control().resolve("set-aside.json");
    }

    /** Whose data were erased. */
    public Path forgottenFile() {
        return control().resolve("forgotten.json");
    }

    /** What was taken away after its time, a line a submission. */
    public Path purgedFile() {
        return control().resolve("purged.json");
    }

    /** Submissions that are held out of the build. */
    public Path heldFile() {
        return control().resolve("held.json");
    }

    /** What the register was when the records of all submissions agreed with it, and when that was. */
    public Path indexedMark() {
        return control().resolve("indexed");
    }

    public Path build() {
        return root.resolve("build");
    }

    /** Temporary files of the JVM and of the engine; swept by the holder of the lock. */
    public Path tmp() {
        return build().resolve("tmp");
    }

    /** The private warehouse; only the holder of the lock opens it. */
    public Path warehouseFile() {
        return build().resolve("warehouse.duckdb");
    }

    /** What a stopped process may have left beside it: changes that its next opening takes in. */
    public Path warehouseLog() {
        return build().resolve("warehouse.duckdb.wal");
    }

    /** What the last whole night was made of; whoever changes rows that no register tells of takes it away, and the next night builds. */
    public Path buildStamp() {
        return build().resolve("made-of");
    }

    /** Folders of the facts that live as Parquet. */
    public Path facts() {
        return build().resolve("core");
    }

    /** Folder of one of them, one file a partition of time. */
    public Path fact(String table) {
        return facts().resolve(table);
    }

    /** Parquet files of the warehouse's tables, for releases to link. */
    public Path exports() {
        return build().resolve("exports");
    }

    public Path asOf(String label) {
        return build().resolve("as-of").resolve(label);
    }

    /** What people have done to the home. */
    public Path auditTrail() {
        return control().resolve("audit.jsonl");
    }

    /** What is told to people outside, a file a delivery: those that wait, and those sent of late. */
    public Path outbox() {
        return control().resolve("outbox");
    }

    /** What was sent to be judged alone; a console that starts throws it away. */
    public Path checks() {
        return uploads().resolve(".checks");
    }

    /** Why the last run failed that did. */
    public Path failureFile() {
        return control().resolve("last-failure.json");
    }

    /** Who may sign in to the console, and as what. */
    public Path usersFile() {
        return control().resolve("users.json");
    }

    /** What people have sent to the console, one folder a delivery, until it is taken in. */
    public Path uploads() {
        return control().resolve("uploads");
    }

    /** Rows that audits of the last runs have found, one folder a run. */
    public Path audits() {
        return control().resolve("audits");
    }

    public Path releases() {
        return root.resolve("releases");
    }

    public Path release(String id) {
        return releases().resolve(id);
    }

    /** The one pointer to the release that readers see. */
    public Path current() {
        return root.resolve("current");
    }

    /** Where a recovery moves what is damaged, one folder a recovery; nothing reads it. */
    public Path damaged() {
        return root.resolve("damaged");
    }

    public Path lockFile() {
        return root.resolve(".lock");
    }

    public Path scheduleLockFile() {
        return root.resolve(".schedule.lock");
    }

    public Path consoleLockFile() {
        return root.resolve(".console.lock");
    }
}
