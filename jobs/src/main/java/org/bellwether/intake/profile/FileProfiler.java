package org.bellwether.intake.profile;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.bellwether.config.Settings;

/** One pass over the bytes of a file, before anything is judged: hash, encoding, record count, and whether it can be read at all. */
public final class FileProfiler {

    private static final int BUFFER = 1 << 18;
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private final Settings.Inbox limits;

    public FileProfiler(Settings.Inbox limits) {
        this.limits = limits;
    }

    /** Never throws for what is in the file: a file that cannot be read has a {@link FileProfile#error()}. */
    public FileProfile profile(Path file) {
        String name = file.getFileName().toString();
        if (!Files.isReadable(file)) {
            return unread(file, FileError.of("FILE-052", name, null));
        }
        MessageDigest digest = sha256();
        FileStamp stamp = FileStamp.of(file);
        long size = stamp.bytes();
        boolean xml = FileNames.plain(name).endsWith(".xml");
        Scan scan = new Scan(name, xml, unpackedLimit(file));
        try (InputStream raw = new DigestInputStream(Files.newInputStream(file), digest)) {
            InputStream in = FileNames.isGzip(name) ? new GZIPInputStream(raw, BUFFER) : raw;
            try {
                scan.run(in);
            } finally {
                raw.transferTo(OutputStream.nullOutputStream());
            }
        } catch (ZipException | EOFException e) {
            scan.error = notGzip(file, name);
            digestWhole(file, digest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String sha256 = HexFormat.of().formatHex(digest.digest());
        FileError error = size == 0 ? FileError.of("FILE-012", name, "it has no bytes") : scan.error();
        List<Long> windowsLines = List.of();
        String encoding = xml ? null : scan.utf8.isValid() ? "UTF-8" : "windows-1252";
        if (error == null && "windows-1252".equals(encoding)) {
            LineEncodings lines = lineEncodings(file);
            encoding = lines.isMixed() ? FileProfile.MIXED : encoding;
            windowsLines = lines.isMixed() ? lines.windowsLines() : windowsLines;
            error = lines.unreadable() > 0 ? FileError.at("FILE-005", name, lines.unreadable(), "the line is neither UTF-8 nor Windows-1252") : null;
        }
        List<String> header = List.of();
        if (error == null && !xml) {
            header = header(file, encoding);
            error = headerError(name, header);
        }
        return new FileProfile(name, sha256, size, scan.bytes, encoding, header, xml ? -1 : scan.csv.records(),
                !xml && scan.utf8.isValid() && scan.csv.isRegular(), windowsLines, error, stamp);
    }

    /** What is known of a file that is not looked into: its size, and in place of its content its name. */
    public static FileProfile unread(Path file, FileError error) {
        MessageDigest digest = sha256();
        long size = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? file.toFile().length() : 0;
        digest.update((file.getFileName() + " " + size).getBytes(StandardCharsets.UTF_8));
        return new FileProfile(file.getFileName().toString(), HexFormat.of().formatHex(digest.digest()), size, 0, null, List.of(), -1,
                false, List.of(), error, null);
    }

    /**
     * Call once what the profile tells has been relied on.
     *
     * @throws RefusedException where the file is not the one that was profiled any more
     */
    public static void demandUnchanged(Path file, FileProfile profile) {
        if (profile.stamp() != null && !profile.stamp().equals(FileStamp.of(file))) {
            MessageDigest digest = sha256();
            digestWhole(file, digest);
            if (!HexFormat.of().formatHex(digest.digest()).equals(profile.sha256())) {
                throw new RefusedException(FileError.of("FILE-054", profile.file(), "its bytes are others than at the first look"));
            }
        }
    }

    /** No more than there is room for, or one small file could fill the disk. */
    private long unpackedLimit(Path file) {
        try {
            long free = Files.getFileStore(file).getUsableSpace();
            return free > 0 ? Math.min(limits.maxUnpackedBytes(), free) : limits.maxUnpackedBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileError notGzip(Path file, String name) {
        try (InputStream in = Files.newInputStream(file)) {
            return FileKind.of(name, in.readNBytes(FileKind.HEAD), false).filter(kind -> !kind.detail().contains("gzip"))
                    .orElse(FileError.of("FILE-018", name, "it does not unpack"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens the text of a CSV in its own encoding, unpacked, without a byte order mark. */
    public static InputStreamReader reader(Path file, String encoding) throws IOException {
        InputStream in = unpacked(file);
        in.mark(3);
        byte[] mark = in.readNBytes(3);
        if (!(mark.length == 3 && (mark[0] & 0xFF) == 0xEF && (mark[1] & 0xFF) == 0xBB && (mark[2] & 0xFF) == 0xBF)) {
            in.reset();
        }
        return encoding.equals(FileProfile.MIXED) ? new InputStreamReader(new Utf8Lines(in), StandardCharsets.UTF_8)
                : new InputStreamReader(in, encoding.equals("UTF-8") ? StandardCharsets.UTF_8 : WINDOWS_1252);
    }

    private static InputStream unpacked(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        return FileNames.isGzip(file.getFileName().toString()) ? new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER) : in;
    }

    private static LineEncodings lineEncodings(Path file) {
        try (InputStream in = unpacked(file)) {
            return LineEncodings.of(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one CSV dialect that is read: RFC 4180, no escape character. */
    public static CSVFormat format() {
        return CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();
    }

    private static List<String> header(Path file, String encoding) {
        try (InputStreamReader reader = reader(file, encoding);
                CSVParser parser = CSVParser.builder().setReader(reader).setFormat(format()).get()) {
            for (CSVRecord record : parser) {
                return record.stream().map(String::strip).toList();
            }
            return List.of();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    private static FileError headerError(String name, List<String> header) {
        if (header.isEmpty()) {
            return FileError.at("FILE-012", name, 1, "it has no header");
        }
        if (header.size() == 1 && (header.get(0).contains(";") || header.get(0).contains("\t") || header.get(0).contains("|"))) {
            return FileError.at("FILE-013", name, 1, "its columns are not separated by commas");
        }
        return null;
    }

    private static void digestWhole(Path file, MessageDigest digest) {
        digest.reset();
        try (InputStream raw = new DigestInputStream(Files.newInputStream(file), digest)) {
            raw.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The state of one pass. */
    private final class Scan {

        private final String name;
        private final boolean xml;
        private final CsvScan csv = new CsvScan();
        private final Utf8Check utf8 = new Utf8Check();
        private long bytes;
        private final long limit;
        private FileError error;

        Scan(String name, boolean xml, long limit) {
            this.name = name;
            this.xml = xml;
            this.limit = limit;
        }

        void run(InputStream in) throws IOException {
            byte[] buffer = new byte[BUFFER];
            int read = in.readNBytes(buffer, 0, FileKind.HEAD);
            byte[] head = Arrays.copyOf(buffer, read);
            error = FileKind.of(name, head, xml).orElse(null);
            if (error == null && !xml) {
                error = FileKind.wideText(head).map(wide -> FileError.of("FILE-005", name, "it is " + wide)).orElse(null);
            }
            if (error != null) {
                return;
            }
            for (; read > 0; read = in.read(buffer)) {
                bytes += read;
                if (FileNames.isGzip(name) && bytes > limit) {
                    error = FileError.of("FILE-019", name, "it unpacks to more than " + limit + " bytes"
                            + (limit < limits.maxUnpackedBytes() ? ", which is what the disk has left" : ""));
                    return;
                }
                if (!xml) {
                    boolean ascii = csv.accept(buffer, read);
                    if (!ascii || utf8.isInsideLetter()) {
                        utf8.accept(buffer, read);
                    }
                }
            }
            csv.end();
        }

        FileError error() {
            if (error != null || xml) {
                return error;
            }
            if (csv.nulAt() > 0) {
                return FileError.at("FILE-015", name, csv.nulAt(), "it holds a NUL byte");
            }
            if (csv.longestLine() > limits.maxLineBytes()) {
                return FileError.at("FILE-017", name, csv.longestLineAt(), "the line has " + csv.longestLine() + " bytes");
            }
            if (csv.brokenQuoteAt() > 0) {
                return FileError.at("FILE-016", name, csv.brokenQuoteAt(), "a quote opens here and is not closed");
            }
            return csv.hasHeader() ? null : FileError.of("FILE-012", name, "it has no header");
        }
    }
}
