package org.bellwether.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;

/** How far a night is when it is killed, told by what lies in the home: machines differ in speed, not in order. */
record KillPoint(String name, Predicate<Home> reached) {

    /** Bytes that mark the log of the warehouse as that of models, not of config. */
    private static final double[] BUILT = {0.02, 0.12, 0.25, 0.4, 0.55, 0.75, 0.95};
    private static final double[] WRITTEN = {0.02, 0.2, 0.4, 0.6, 0.8, 1.0};

    /**
     * Points all over a night that receives six deliveries, in the order in which they are reached.
     *
     * @param undisturbed what the same night looked like when nothing stopped it
     */
    static List<KillPoint> all(NightProgress undisturbed) {
        List<KillPoint> points = new ArrayList<>();
        points.add(new KillPoint("receive: the first files have landed", home -> arriving(home) > 0));
        points.add(new KillPoint("receive: the first delivery is recognised", home -> has(home.arriving(), "receipt.json")));
        points.add(new KillPoint("receive: the first delivery is being judged", home -> judging(home) > 0));
        points.add(new KillPoint("receive: the pseudonyms of a delivery wait for the vault", home -> pending(home) > 0));
        points.add(new KillPoint("receive: a delivery is judged", home -> has(home.arriving(), "judgement.json")));
        for (int left : new int[] {5, 3, 1}) {
            points.add(new KillPoint("receive: " + left + " deliveries are left",
                    home -> landed(home) && arriving(home) <= left));
        }
        for (double part : BUILT) {
            long bytes = Math.round(part * undisturbed.largestLog());
            points.add(new KillPoint("build: " + Math.round(100 * part) + " % of what it logs",
                    home -> received(home) && log(home) >= bytes));
        }
        for (double part : WRITTEN) {
            long files = Math.max(1, Math.round(part * undisturbed.releaseFiles()));
            points.add(new KillPoint("publish: " + files + " files are written", home -> draftFiles(home) >= files));
        }
        points.add(new KillPoint("publish: the manifest has its hashes", home -> draftIsComplete(home)));
        points.add(new KillPoint("publish: the next pointer is made", home -> Files.exists(next(home)) || releases(home) > undisturbed.releases()));
        points.add(new KillPoint("publish: the release has its name", home -> releases(home) > undisturbed.releases()));
        return points;
    }

    /** So many of the points, spread evenly, always the same. */
    static List<KillPoint> sample(List<KillPoint> points, int wanted) {
        return Stream.iterate(0, n -> n < wanted, n -> n + 1)
                .map(n -> points.get((int) ((n + 0.5) * points.size() / wanted))).toList();
    }

    @Override
    public String toString() {
        return name;
    }

    private static boolean landed(Home home) {
        return has(home.arriving(), "receipt.json") || received(home);
    }

    /** Nothing waits, and something came in with this night: what came has been registered. */
    private static boolean received(Home home) {
        return arriving(home) == 0 && Folders.list(home.inbox()).isEmpty();
    }

    private static int arriving(Home home) {
        return Folders.list(home.arriving()).size();
    }

    private static int judging(Home home) {
        return Folders.list(home.staged().resolve(".judging")).size();
    }

    private static int pending(Home home) {
        return Folders.list(home.vault().resolve("pending")).size();
    }

    static long log(Home home) {
        try {
            return Files.size(home.warehouseLog());
        } catch (IOException e) {
            return 0;
        }
    }

    /** Files of the release that is being written. */
    static long draftFiles(Home home) {
        return drafts(home).stream().mapToLong(KillPoint::files).sum();
    }

    static int releases(Home home) {
        return (int) Folders.list(home.releases()).stream().filter(path -> !path.getFileName().toString().startsWith(".")).count();
    }

    private static boolean draftIsComplete(Home home) {
        return drafts(home).stream().anyMatch(draft -> !read(draft.resolve("manifest.json")).contains("\"content_hash\" : null"));
    }

    private static List<Path> drafts(Home home) {
        return Folders.list(home.releases()).stream().filter(path -> path.getFileName().toString().startsWith(".writing-")).toList();
    }

    private static Path next(Home home) {
        return home.root().resolve(".current.next");
    }

    private static boolean has(Path folder, String note) {
        return Folders.list(folder).stream().anyMatch(arrival -> Files.exists(arrival.resolve(note)));
    }

    /** Folders vanish under whoever looks; then there is nothing in them. */
    private static long files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).count();
        } catch (IOException | RuntimeException e) {
            return 0;
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "\"content_hash\" : null";
        }
    }
}
