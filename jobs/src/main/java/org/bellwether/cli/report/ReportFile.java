package org.bellwether.cli.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ErrorCode;

/** A CSV file that a report is written to: a new one, or an earlier report of its kind. Any other file is left alone. */
record ReportFile(Path file, String header) {

    private static final int LONGEST_HEADER = 10_000;

    /** Writes a report. */
    interface Content<E extends Exception> {
        void write(Writer out) throws IOException, E;
    }

    /**
     * Writes beside the file and renames, so that a report is there whole or not at all.
     *
     * @throws BellwetherException where the file is there and is no report of this kind
     */
    <E extends Exception> void write(Content<E> content) throws IOException, E {
        demand();
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            // A pipe, or the terminal.
            try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                content.write(out);
            }
            return;
        }
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path beside = Files.createTempFile(target.getParent(), ".report-", ".tmp");
        try {
            try (Writer out = Files.newBufferedWriter(beside, StandardCharsets.UTF_8)) {
                content.write(out);
            }
            Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private void demand() throws IOException {
        if (Files.isDirectory(file)) {
            throw ErrorCode.REPORT_IS_A_FOLDER.with(file);
        }
        Path folder = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw ErrorCode.NO_SUCH_FOLDER.with(folder);
        }
        if (Files.isRegularFile(file) && Files.size(file) > 0 && !firstLine().equals(header)) {
            throw ErrorCode.REPORT_OF_OTHERS.with(file);
        }
    }

    private String firstLine() throws IOException {
        char[] head = new char[LONGEST_HEADER];
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            int read = reader.read(head);
            return read < 0 ? "" : new String(head, 0, read).lines().findFirst().orElse("");
        }
    }
}
