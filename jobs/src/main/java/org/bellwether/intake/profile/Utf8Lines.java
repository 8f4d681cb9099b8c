package org.bellwether.intake.profile;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The bytes of a file as UTF-8, where each line that is none is taken for Windows-1252. */
final class Utf8Lines extends FilterInputStream {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private byte[] line = {};
    private int at;

    Utf8Lines(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        return isAtEnd() ? -1 : line[at++] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0 || isAtEnd()) {
            return length == 0 ? 0 : -1;
        }
        int count = Math.min(length, line.length - at);
        System.arraycopy(line, at, buffer, offset, count);
        at += count;
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private boolean isAtEnd() throws IOException {
        if (at == line.length) {
            byte[] next = LineEncodings.line(in);
            line = LineEncodings.isUtf8(next) ? next : new String(next, WINDOWS_1252).getBytes(StandardCharsets.UTF_8);
            at = 0;
        }
        return line.length == 0;
    }
}
