package org.bellwether.app.privacy.received;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.bellwether.intake.profile.FileNames;

/**
 * The bytes of a received file, unpacked, a byte a character: separators, quotes, tags and UPNs are ASCII in every encoding that is received,
 * so that what is not touched stays as it was sent, byte by byte.
 */
public final class ReceivedBytes {

    private static final int BUFFER = 1 << 16;
    private static final int OVERLAP = 256;
    private static final byte ERASED = '*';

    private ReceivedBytes() {
    }

    public static Reader reader(Path file) throws IOException {
        return new BufferedReader(new InputStreamReader(open(file), StandardCharsets.ISO_8859_1), BUFFER);
    }

    /** Whether a UPN of the pupil stands in it, with spaces or without. */
    public static boolean mentions(Path file, Pupil pupil) throws IOException {
        Pattern mention = mention(pupil);
        char[] buffer = new char[BUFFER];
        int kept = 0;
        try (Reader reader = reader(file)) {
            for (int read = reader.read(buffer, kept, BUFFER - kept); read >= 0; read = reader.read(buffer, kept, BUFFER - kept)) {
                int length = kept + read;
                if (mention.matcher(CharBuffer.wrap(buffer, 0, length)).find()) {
                    return true;
                }
                // A UPN may begin in what was read and end in what comes.
                kept = Math.min(length, OVERLAP);
                System.arraycopy(buffer, length - kept, buffer, 0, kept);
            }
            return false;
        }
    }

    /**
     * Writes the file without what tells of the pupil. Of a row only its line breaks stay, so that every other row stands on its line; a UPN that
     * another row mentions becomes asterisks.
     */
    public static void erase(Path file, PupilPieces found, Pupil pupil, Path target) throws IOException {
        try (InputStream in = open(file); OutputStream out = create(file, target)) {
            long at = 0;
            for (PupilPieces.Piece piece : found.pieces()) {
                copy(in, out, piece.from() - at);
                byte[] bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE, piece.to() - piece.from()));
                if (piece.isRow()) {
                    for (byte one : bytes) {
                        if (one == '\n' || one == '\r') {
                            out.write(one);
                        }
                    }
                } else {
                    out.write(masked(bytes, pupil));
                }
                at = piece.to();
            }
            in.transferTo(out);
        }
    }

    /** Writes what a file tells of the pupil, and the first line of a CSV, which says what its values are. */
    public static void extract(Path file, PupilPieces found, Path target) throws IOException {
        try (InputStream in = open(file); OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
            long at = 0;
            if (FileNames.plain(file.getFileName().toString()).endsWith(".csv")) {
                for (int one = in.read(); one >= 0; one = in.read()) {
                    at++;
                    out.write(one);
                    if (one == '\n') {
                        break;
                    }
                }
            }
            for (PupilPieces.Piece piece : found.pieces()) {
                in.skipNBytes(piece.from() - at);
                copy(in, out, piece.to() - piece.from());
                at = piece.to();
            }
        }
    }

    private static byte[] masked(byte[] bytes, Pupil pupil) {
        byte[] masked = bytes.clone();
        mention(pupil).matcher(new String(bytes, StandardCharsets.ISO_8859_1)).results().forEach(found -> {
            for (int place = found.start(); place < found.end(); place++) {
                masked[place] = ERASED;
            }
        });
        return masked;
    }

    /** One of the UPNs of the pupil wherever it stands, with spaces or without. */
    public static Pattern mention(Pupil pupil) {
        return Pattern.compile(pupil.upns().stream().map(upn -> String.join(" *", upn.split(""))).collect(Collectors.joining("|")), Pattern.CASE_INSENSITIVE);
    }

    private static void copy(InputStream in, OutputStream out, long length) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (long left = length; left > 0;) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                return;
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        if (!isPacked(file)) {
            return in;
        }
        in.mark(2);
        boolean isGzip = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return isGzip ? new BufferedInputStream(new CutShort(new GZIPInputStream(in, BUFFER)), BUFFER) : in;
    }

    private static OutputStream create(Path file, Path target) throws IOException {
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(target), BUFFER);
        return isPacked(file) ? new GZIPOutputStream(out, BUFFER) : out;
    }

    private static boolean isPacked(Path file) {
        return FileNames.isGzip(file.getFileName().toString());
    }

    /** An archive that is damaged ends where it cannot be read on; nobody can read further either. */
    private static final class CutShort extends FilterInputStream {

        private CutShort(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            try {
                return super.read(into, from, length);
            } catch (EOFException | ZipException e) {
                return -1;
            }
        }
    }
}
