package org.bellwether.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;

/** Turns marks into CSV lines in one buffer, without an object a line: tens of millions are written. */
final class MarkLines {

    static final String HEADER = "laestab,urn,upn,attendance_date,session,attendance_code,minutes_late,recorded_at,"
            + "source_system\n";
    private static final byte[][] CODES = Arrays.stream(Mark.values()).map(mark -> ascii(mark.code + ","))
            .toArray(byte[][]::new);

    private final OutputStream out;
    private final byte[] buffer = new byte[1 << 16];
    private int filled;
    private long rows;

    MarkLines(OutputStream out) throws IOException {
        this.out = out;
        out.write(ascii(HEADER));
    }

    /** What stands before the code and after it, for each session of these days. */
    static byte[][][] frames(HalfTermDays half) {
        byte[][][] frames = new byte[half.size() * 2][2][];
        for (int i = 0; i < frames.length; i++) {
            LocalDate day = half.days().get(i / 2);
            frames[i][0] = ascii(day + (i % 2 == 0 ? ",AM," : ",PM,"));
            frames[i][1] = ascii("," + day + (i % 2 == 0 ? "T09:20:00" : "T13:35:00") + ",SYNTH\n");
        }
        return frames;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    void line(byte[] child, byte[][] frame, Mark mark, int minutesLate) throws IOException {
        if (filled > buffer.length - 256) {
            flush();
        }
        append(child);
        append(frame[0]);
        append(CODES[mark.ordinal()]);
        if (minutesLate > 0) {
            if (minutesLate > 9) {
                buffer[filled++] = (byte) ('0' + minutesLate / 10);
            }
            buffer[filled++] = (byte) ('0' + minutesLate % 10);
        }
        append(frame[1]);
        rows++;
    }

    void line(String text) throws IOException {
        flush();
        out.write(ascii(text + "\n"));
        rows++;
    }

    long rows() {
        return rows;
    }

    void flush() throws IOException {
        out.write(buffer, 0, filled);
        filled = 0;
    }

    private void append(byte[] bytes) {
        System.arraycopy(bytes, 0, buffer, filled, bytes.length);
        filled += bytes.length;
    }
}
