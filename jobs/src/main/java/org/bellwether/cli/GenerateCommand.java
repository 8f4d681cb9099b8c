package org.bellwether.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.cli.console.HomeOption;
import org.bellwether.cli.console.Output;
import org.bellwether.config.ErrorCode;
import org.bellwether.home.Folders;
import org.bellwether.sample.SampleGenerator;
import org.bellwether.sample.SampleOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the returns of a fictional council: the same options, the same content. */
@Command(name = "generate", description = "Write two nights of returns of a fictional council.", mixinStandardHelpOptions = true)
final class GenerateCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home;

    @Option(names = "--pupils", defaultValue = "1500", description = "pupils on roll (default: ${DEFAULT-VALUE})")
    private int pupils;

    @Option(names = "--years", defaultValue = "3", description = "academic years up to 2025-26 (default: ${DEFAULT-VALUE})")
    private int years;

    @Option(names = "--seed", defaultValue = "899", description = "decides everything else (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "where to write; night-1, night-2 and config must not be there yet")
    private Path out;

    @Override
    public Integer call() throws IOException {
        for (Path folder : List.of(out, out.resolve("night-1"), out.resolve("night-2"), out.resolve("config"))) {
            if (Files.exists(folder) && !Files.isDirectory(folder)) {
                throw ErrorCode.FOLDER_IS_A_FILE.with(folder);
            }
            if (!folder.equals(out) && !Folders.list(folder).isEmpty()) {
                throw ErrorCode.FOLDER_NOT_EMPTY.with(folder);
            }
        }
        try {
            SampleGenerator.generate(new SampleOptions(pupils, years, seed), out, Output.OUT::println);
        } catch (IllegalArgumentException e) {
            throw ErrorCode.NO_SUCH_SAMPLE.because(e, e.getMessage());
        }
        return ExitCode.DONE;
    }
}
