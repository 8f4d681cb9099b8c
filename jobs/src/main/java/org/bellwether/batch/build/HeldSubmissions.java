package org.bellwether.batch.build;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bellwether.home.Home;
import org.bellwether.home.Json;

/**
 * Submissions that are held out of the build, since a model or an audit fails with them: control/held.json.
 *
 * <p>Which they are depends on what was published before they came, so it is a decision that is kept, and part of the input of
 * every build of the home.
 */
public final class HeldSubmissions {

    private final Home home;

    HeldSubmissions(Home home) {
        this.home = home;
    }

    /**
     * One of them.
     *
     * @param why the model or audit that failed with it
     * @param models digest of the models, audits and config that it was tried with
     */
    record Entry(String submission, String why, String models) {
    }

    private record Entries(List<Entry> entries) {
    }

    /** None where the file is damaged: what a build fails with is then looked for again. */
    List<Entry> all() {
        return Json.readWhole(home.heldFile(), Entries.class).map(Entries::entries).orElse(List.of());
    }

    public Set<String> ids() {
        return all().stream().map(Entry::submission).collect(Collectors.toSet());
    }

    void keep(List<Entry> entries) {
        if (!entries.equals(all())) {
            Json.write(home.heldFile(), new Entries(entries));
        }
    }
}
