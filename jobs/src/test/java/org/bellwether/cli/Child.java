package org.bellwether.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The command line in a process of its own, as a server would start it, so that it can be killed. */
final class Child {

    private static final long LONGEST_MINUTES = 10;

    private final Process process;
    private final Path log;

    private Child(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** @param folder where the process keeps its log and its temporary files; no part of any home */
    static Child start(Path folder, String... arguments) throws IOException, InterruptedException {
        return start(folder, List.of(), Map.of(), arguments);
    }

    /** @param options for the JVM, such as its locale */
    static Child start(Path folder, List<String> options, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> own = new ArrayList<>(LaidOutProgram.get().options());
        own.addAll(options);
        return start(folder, own, environment, Bellwether.class, arguments);
    }

    /** A program that is not the command line, with a class path of its own. */
    static Child start(Path folder, List<String> classPath, Class<?> program, String... arguments) throws IOException {
        return start(folder, List.of("-cp", String.join(File.pathSeparator, classPath)), Map.of(), program, arguments);
    }

    private static Child start(Path folder, List<String> options, Map<String, String> environment, Class<?> program, String... arguments)
            throws IOException {
        Files.createDirectories(folder);
        Path log = Files.createTempFile(folder, "run-", ".log");
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + folder));
        command.addAll(options);
        command.add(program.getName());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().remove("BELLWETHER_HOME");
        builder.environment().putAll(environment);
        return new Child(builder.start(), log);
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** @return its exit code */
    int await() throws InterruptedException {
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            kill();
            throw new IllegalStateException("It runs for more than " + LONGEST_MINUTES + " minutes; it printed: " + printed());
        }
        return process.exitValue();
    }

    /** kill -9: nothing in it gets a chance to tidy up. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** kill -15: it is asked to stop. */
    void stop() {
        process.destroy();
    }

    String printed() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return "(its log is gone)";
        }
    }
}
