package org.bellwether.intake.profile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The second look at a file that is not UTF-8 throughout: which of its lines are. One letter of Windows-1252 that was pasted
 * into a file of UTF-8 must not garble every other accent of the file.
 */
final class LineEncodings {

    /** So many lines are named; a person who mends a file does not need more. */
    private static final int NAMED = 20;

    private final List<Long> windowsLines = new ArrayList<>();
    private long utf8Lines;
    private long unreadable;

    private LineEncodings() {
    }

    static LineEncodings of(InputStream in) throws IOException {
        LineEncodings found = new LineEncodings();
        long number = 1;
        for (byte[] line = line(in); line.length > 0; line = line(in)) {
            if (Bytes.from(0, line, 0, line.length) < line.length) {
                found.look(line, number);
            }
            number++;
        }
        return found;
    }

    /** The bytes up to and with the next line feed; none at the end. */
    static byte[] line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        for (int b = in.read(); b >= 0; b = in.read()) {
            line.write(b);
            if (b == '\n') {
                break;
            }
        }
        return line.toByteArray();
    }

    static boolean isUtf8(byte[] line) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private void look(byte[] line, long number) {
        if (isUtf8(line)) {
            utf8Lines++;
            return;
        }
        Utf8Check check = new Utf8Check();
        check.accept(line, line.length);
        if (!check.canBeWindows1252()) {
            unreadable = unreadable == 0 ? number : unreadable;
        } else if (windowsLines.size() < NAMED) {
            windowsLines.add(number);
        }
    }

    /** Whether some lines can only be UTF-8 and some only Windows-1252. */
    boolean isMixed() {
        return utf8Lines > 0 && !windowsLines.isEmpty() && unreadable == 0;
    }

    /** The first lines that are not UTF-8 and are Windows-1252. */
    List<Long> windowsLines() {
        return windowsLines;
    }

    /** The first line that is neither, or 0. */
    long unreadable() {
        return unreadable;
    }
}
