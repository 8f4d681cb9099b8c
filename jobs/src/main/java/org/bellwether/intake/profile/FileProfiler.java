package org.bellwether.intake.profile;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.bellwether.config.Settings;
import org.bellwether.home.FileDigest;

/** One pass over the bytes of a file, before anything is judged: hash, encoding, record count, and whether it can be read at all. */
public final class FileProfiler {

    static final int BUFFER = 1 << 18;

    private final Settings.Inbox limits;

    public FileProfiler(Settings.Inbox limits) {
        this.limits = limits;
    }

    /** Of a file that came by itself. */
    public FileProfile profile(Path file) {
        return profile(file.getParent(), file.getFileName().toString());
    }

    /**
     * Never throws for what is in the file: a file that cannot be read has a {@link FileProfile#error()}.
     *
     * @param name of the file as it was received, by which it lies in the folder
     */
    public FileProfile profile(Path folder, String name) {
        Path file = folder.resolve(name);
        if (!Files.isReadable(file)) {
            return unread(folder, name, FileError.of("FILE-052", name, null));
        }
        MessageDigest digest = DigestUtils.getSha256Digest();
        String packed = null;
        FileStamp stamp = FileStamp.of(file);
        long size = stamp.bytes();
        boolean xml = FileNames.plain(name).endsWith(".xml");
        Scan scan = new Scan(name, xml, FileNames.isGzip(name) ? unpackedLimit(file) : limits.maxUnpackedBytes(), size);
        try (InputStream raw = new DigestInputStream(Files.newInputStream(file), digest)) {
            InputStream in = FileNames.isGzip(name) ? new GZIPInputStream(raw, BUFFER) : raw;
            try {
                scan.run(in);
            } finally {
                raw.transferTo(OutputStream.nullOutputStream());
            }
        } catch (ZipException | EOFException e) {
            scan.error = notGzip(file, name);
            packed = FileDigest.sha256(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // Behind the place where a file does not unpack, nothing was read.
        String sha256 = packed == null ? Hex.encodeHexString(digest.digest()) : packed;
        FileError error = size == 0 ? FileError.of("FILE-012", name, "it has no bytes") : scan.error();
        List<Long> windowsLines = List.of();
        String encoding = xml ? null : scan.utf8.isValid() ? "UTF-8" : "windows-1252";
        if (error == null && "windows-1252".equals(encoding)) {
            LineEncodings lines = CsvText.lineEncodings(file);
            encoding = lines.isMixed() ? FileProfile.MIXED : encoding;
            windowsLines = lines.isMixed() ? lines.windowsLines() : windowsLines;
            error = lines.unreadable() > 0 ? FileError.at("FILE-005", name, lines.unreadable(), "the line is neither UTF-8 nor Windows-1252") : null;
        }
        List<String> header = List.of();
        if (error == null && !xml) {
            header = CsvText.header(file, encoding);
            error = headerError(name, header);
        }
        return new FileProfile(name, sha256, size, scan.bytes, encoding, header, xml ? -1 : scan.csv.records(),
                !xml && scan.utf8.isValid() && scan.csv.isRegular(), windowsLines, error, stamp);
    }

    /** What is known of a file that is not looked into: its size, and in place of its content its name. */
    public static FileProfile unread(Path folder, String name, FileError error) {
        Path file = folder.resolve(name);
        long size = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? file.toFile().length() : 0;
        return new FileProfile(name, DigestUtils.sha256Hex(name + " " + size), size, 0, null,
                List.of(), -1, false, List.of(), error, null);
    }

    /**
     * Call once what the profile tells has been relied on.
     *
     * @throws RefusedException where the file is not the one that was profiled any more
     */
    public static void demandUnchanged(Path file, FileProfile profile) {
        if (profile.stamp() != null && !profile.stamp().equals(FileStamp.of(file))) {
            if (!FileDigest.sha256(file).equals(profile.sha256())) {
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

    private static FileError headerError(String name, List<String> header) {
        if (header.isEmpty()) {
            return FileError.at("FILE-012", name, 1, "it has no header");
        }
        if (header.size() == 1 && (header.get(0).contains(";") || header.get(0).contains("\t") || header.get(0).contains("|"))) {
            return FileError.at("FILE-013", name, 1, "its columns are not separated by commas");
        }
        return null;
    }

    /** The state of one pass. */
    private final class Scan {

        private final String name;
        private final boolean xml;
        private final CsvScan csv = new CsvScan();
        private final Utf8Check utf8 = new Utf8Check();
        private long bytes;
        private final long limit;
        private final long size;
        private FileError error;

        /** @param size of the file in bytes; unpacked it may be more */
        Scan(String name, boolean xml, long limit, long size) {
            this.name = name;
            this.xml = xml;
            this.size = FileNames.isGzip(name) ? BUFFER : size;
            this.limit = limit;
        }

        void run(InputStream in) throws IOException {
            byte[] buffer = new byte[(int) Math.min(BUFFER, Math.max(size, FileKind.HEAD))];
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
            if (csv.lines().nulAt() > 0) {
                return FileError.at("FILE-015", name, csv.lines().nulAt(), "it holds a NUL byte");
            }
            if (csv.lines().longest() > limits.maxLineBytes()) {
                return FileError.at("FILE-017", name, csv.lines().longestAt(), "the line has " + csv.lines().longest() + " bytes");
            }
            if (csv.brokenQuoteAt() > 0) {
                return FileError.at("FILE-016", name, csv.brokenQuoteAt(), "a quote opens here and is not closed");
            }
            return csv.hasHeader() ? null : FileError.of("FILE-012", name, "it has no header");
        }
    }
}
