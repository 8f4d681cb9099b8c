package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs of others take the files of a release for what they are. They come from npm, by their versions. */
@Tag("slow")
class FormatValidatorsTest {

    private static final String FRICTIONLESS = "datapackage@1.1.10";
    /** Validates the descriptor, and reads every row of its CSV files by their schemas. */
    private static final String VALIDATE = """
            const {Package} = require('datapackage');
            (async () => {
                const folder = process.argv[2];
                const read = await Package.load(folder + '/datapackage.json', {basePath: folder});
                read.errors.concat(...read.resources.map(one => one.errors)).forEach(error => console.log(String(error)));
                for (const one of read.resources.filter(one => one.descriptor.format === 'csv')) {
                    await one.read().catch(error => [error, ...(error.errors || [])].forEach(each => console.log(one.name + ': ' + each)));
                }
                console.log(read.resources.length + ' resources');
            })();
            """;

    @TempDir
    Path folder;

    @Test
    void a_frictionless_validator_accepts_the_data_package() throws IOException, InterruptedException {
        Path published = FirstNight.copyTo(folder.resolve("home")).home().current().toRealPath().resolve("published");
        Path npm = MadeOnce.folder("npm-" + FRICTIONLESS, made -> run(made, "npm", "install", "--silent", "--no-audit", "--no-fund", FRICTIONLESS));
        Files.writeString(npm.resolve("validate.js"), VALIDATE);

        assertThat(run(npm, "node", "validate.js", published.toString())).matches("\\d+ resources\\s*");

        Path descriptor = published.resolve("datapackage.json");
        String damaged = Files.readString(descriptor).replace("\"integer\"", "\"BIGINT\"");
        Files.delete(descriptor);
        Files.writeString(descriptor, damaged);
        assertThat(run(npm, "node", "validate.js", published.toString())).as("of a damaged one").doesNotMatch("\\d+ resources\\s*");
    }

    private static String run(Path in, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).directory(in.toFile()).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }
}
