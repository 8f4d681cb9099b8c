package org.bellwether.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs the command line where mounts of its own hold, by {@code unshare} and without any right of root: on a disk of a few megabytes, or
 * with an inbox that nobody may write to. Where the system lets nobody do so, the test is skipped.
 */
final class Namespace {

    private static final long LONGEST_MINUTES = 10;

    /** How a run ended. */
    record Ended(int code, String printed) {
    }

    private final Path folder;

    /** @param folder for scripts and logs */
    Namespace(Path folder) throws IOException, InterruptedException {
        this.folder = Files.createDirectories(folder);
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/unshare")) && run("mount -t tmpfs tmpfs " + quoted(folder)).code() == 0,
                "This system lets nobody mount in a namespace of their own (unshare -Urm), so no disk can be made small");
    }

    /**
     * Runs a command on a copy of the home on a disk of its own, which fills at a moment of the run, and brings back what is then on it.
     *
     * @param free megabytes beside what is in the home
     * @param when of the shell, true from the moment on from which there is no room left; {@code $home} is the home
     */
    Ended onFullDisk(TrialHome home, int free, String when, String... command) throws IOException, InterruptedException {
        Path disk = Files.createDirectories(folder.resolve("disk"));
        Ended ended = run(String.join("\n",
                "set -eu",
                "home=" + quoted(disk),
                "used=$(du -sm " + quoted(home.root()) + " | cut -f1)",
                "mount -t tmpfs -o size=$((used + " + free + "))m tmpfs \"$home\"",
                "cp -a " + quoted(home.root()) + "/. \"$home\"/",
                "( while sleep 0.01; do if " + when + "; then cat /dev/zero > \"$home/ballast\" 2>/dev/null || true; break; fi; done ) &",
                "filler=$!",
                "code=0",
                java(disk, command) + " || code=$?",
                "kill $filler 2>/dev/null || true",
                "test -e \"$home/ballast\" || echo 'the disk was never full'",
                "rm -f \"$home/ballast\"",
                "rm -rf " + quoted(home.root()),
                "cp -a \"$home\" " + quoted(home.root()),
                "exit $code"));
        return ended;
    }

    /** Runs a command on a home of which a folder may not be written. */
    Ended withReadOnly(Path readOnly, TrialHome home, String... command) throws IOException, InterruptedException {
        return run(String.join("\n", "set -eu", "mount --bind " + quoted(readOnly) + " " + quoted(readOnly),
                "mount -o remount,bind,ro " + quoted(readOnly), "code=0", java(home.root(), command) + " || code=$?", "exit $code"));
    }

    private String java(Path home, String... command) throws IOException, InterruptedException {
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        List<String> words = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Djava.io.tmpdir=" + temporary));
        words.addAll(LaidOutProgram.get().options());
        words.add(Bellwether.class.getName());
        words.addAll(List.of(command));
        words.addAll(List.of("--home", home.toString()));
        return String.join(" ", words.stream().map(Namespace::quoted).toList());
    }

    private Ended run(String script) throws IOException, InterruptedException {
        Path log = Files.createTempFile(folder.getParent(), "namespace-", ".log");
        Process process = new ProcessBuilder("unshare", "-Urm", "sh", "-c", script).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("It runs for more than " + LONGEST_MINUTES + " minutes: " + Files.readString(log));
        }
        return new Ended(process.exitValue(), Files.readString(log));
    }

    private static String quoted(Object text) {
        return "'" + text.toString().replace("'", "'\\''") + "'";
    }
}
