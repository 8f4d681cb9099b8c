package org.bellwether.web.command;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bellwether.config.Project;
import org.bellwether.home.Home;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Starts commands of the command line on the home, each in a process of its own: what changes the home is done in one way only, a command that takes
 * much memory or is killed leaves the console alone, and no text of a request is ever read by a shell.
 */
@Component
final class CommandLineProcess {

    /** What this process was given for its own size. */
    private static final List<String> OWN = List.of("-Xmx", "-Xms", "-agentlib", "-javaagent", "-XX:MaxMetaspaceSize", "-XX:MaxRAM");
    private static final List<String> SIZE = List.of("-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final Project project;
    private final Home home;
    private final String mainClass;

    CommandLineProcess(Project project, Home home, @Qualifier("mainClass") String mainClass) {
        this.project = project;
        this.home = home;
        this.mainClass = mainClass;
    }

    /** @param arguments of the command; the home is added */
    Process start(List<String> arguments) {
        return start(arguments, "", builder -> builder.redirectErrorStream(true));
    }

    /** Starts one that reads a line which must stand in no list of processes. */
    Process startTelling(List<String> arguments, String line) {
        return start(arguments, line + "\n", builder -> builder.redirectErrorStream(true));
    }

    /** Starts one that answers into a file; what it says besides is read from its error stream. */
    Process start(List<String> arguments, Path out) {
        return start(arguments, "", builder -> builder.redirectOutput(out.toFile()));
    }

    /**
     * Starts one that reports.
     *
     * @param out where it prints
     * @param err where it says what is wrong
     */
    Process start(List<String> arguments, Path out, Path err) {
        return start(arguments, "", builder -> builder.redirectOutput(out.toFile()).redirectError(err.toFile()));
    }

    private Process start(List<String> arguments, String input, UnaryOperator<ProcessBuilder> output) {
        List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream().filter(option -> OWN.stream().noneMatch(option::startsWith))
                .filter(option -> !option.startsWith("-Djava.io.tmpdir") && !option.startsWith("-Dbellwether.columns") && !SIZE.contains(option)).forEach(line::add);
        line.addAll(SIZE);
        line.add("-Dbellwether.project=" + project.root());
        String path = System.getProperty("java.class.path");
        line.addAll(path.endsWith(".jar") && !path.contains(java.io.File.pathSeparator) ? List.of("-jar", path) : List.of("-cp", path, mainClass));
        line.addAll(arguments);
        line.addAll(List.of("--home", home.root().toString()));
        try {
            Process process = output.apply(new ProcessBuilder(line)).start();
            try (OutputStream in = process.getOutputStream()) {
                in.write(input.getBytes(StandardCharsets.UTF_8));
            }
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
