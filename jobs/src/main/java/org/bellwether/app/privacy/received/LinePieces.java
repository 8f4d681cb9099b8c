package org.bellwether.app.privacy.received;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Finds the lines that mention a pupil in a file whose records cannot be told apart. */
public final class LinePieces {

    private final Pattern mention;

    public LinePieces(Pupil pupil) {
        this.mention = ReceivedBytes.mention(pupil);
    }

    public PupilPieces of(Path file) throws IOException {
        PupilPieces found = new PupilPieces();
        StringBuilder line = new StringBuilder();
        long at = 0;
        long number = 1;
        try (Reader reader = ReceivedBytes.reader(file)) {
            for (int one = reader.read(); ; one = reader.read()) {
                if (one < 0 || one == '\n') {
                    if (mention.matcher(line).find()) {
                        found.addRow("", number, at, at + line.length());
                    }
                    if (one < 0) {
                        return found;
                    }
                    at += line.length() + 1;
                    number++;
                    line.setLength(0);
                } else {
                    line.append((char) one);
                }
            }
        }
    }
}
