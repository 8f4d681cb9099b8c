package org.bellwether.intake.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.bellwether.config.Settings;
import org.bellwether.config.Shown;
import org.bellwether.intake.HomeFault;
import org.bellwether.intake.profile.CsvText;
import org.bellwether.intake.profile.FileError;
import org.bellwether.intake.profile.FileKind;
import org.bellwether.intake.profile.FileNames;

/**
 * A ZIP of files. What its directory says of a file is held against the file itself before any is taken: none is larger than it says, so
 * that together they are no larger than they may be.
 */
public final class ZipArchive implements Packed {

    private static final String NOT_TAKEN = "FILE-056";
    private static final String BROKEN = "FILE-018";
    private static final String TOO_MUCH = "FILE-019";
    private static final int MOST_MEMBERS = 2000;
    private static final int LONGEST_PATH = 400;
    /** Returns pack to a fiftieth at best; what packs to far less, and is much, was made to fill a disk. */
    private static final long MOST_RATIO = 250;
    private static final long MUCH = 100L << 20;
    /** Its texts are held in memory. */
    private static final long MOST_OF_WORKBOOK = 2L << 30;
    /** By what lies in it an Office file is known, whatever it is called. */
    private static final Pattern OFFICE = Pattern.compile("\\[Content_Types\\]\\.xml|mimetype|META-INF/manifest\\.xml|xl/.*|word/.*|ppt/.*");

    private final Path file;
    private final String name;

    public ZipArchive(Path file) {
        this.file = file;
        this.name = file.getFileName().toString();
    }

    /** Whether it is an archive of files, by its bytes and by what is in it: workbooks and documents of today are packed as ZIPs too. */
    public static boolean is(Path file) {
        if (!isZip(file)) {
            return false;
        }
        try (ZipFile zip = open(file)) {
            return Collections.list(zip.getEntries()).stream().noneMatch(entry -> OFFICE.matcher(entry.getName()).matches());
        } catch (IOException | RuntimeException e) {
            throwHomeFault(e);
            // Of one that is damaged its beginning alone tells what was in it.
            return FileKind.of(file.getFileName().toString(), head(file), false).filter(kind -> kind.rule().equals(NOT_TAKEN)).isPresent();
        }
    }

    @Override
    public List<String> names() {
        try (ZipFile zip = open(file)) {
            return List.copyOf(named(files(zip)).keySet());
        } catch (IOException | RuntimeException e) {
            throwHomeFault(e);
            return List.of();
        }
    }

    @Override
    public ZipContents contents(Settings.Inbox limits) {
        try (ZipFile zip = open(file)) {
            List<ZipArchiveEntry> files = files(zip);
            List<String> passedOver = Collections.list(zip.getEntries()).stream().filter(entry -> !entry.isDirectory() && !files.contains(entry))
                    .map(ZipArchive::shown).distinct().toList();
            return tooMuch(files, limits).map(ZipContents::unusable).orElseGet(() -> contents(zip, files, passedOver));
        } catch (IOException | RuntimeException e) {
            throwHomeFault(e);
            return ZipContents.unusable(FileError.of(BROKEN, name, "its directory cannot be read"));
        }
    }

    private ZipContents contents(ZipFile zip, List<ZipArchiveEntry> files, List<String> passedOver) {
        List<Member> members = new ArrayList<>();
        List<FileError> faults = new ArrayList<>();
        named(files).forEach((own, entry) -> fault(zip, files, entry).ifPresentOrElse(
                why -> faults.add(FileError.of(why.rule(), own, why.detail())),
                () -> members.add(new Member(own, Instant.ofEpochMilli(entry.getTime())))));
        return new ZipContents(members, passedOver, faults, null);
    }

    @Override
    public List<String> header(String member) throws IOException {
        try (ZipFile zip = open(file); InputStream in = zip.getInputStream(named(files(zip)).get(member))) {
            return CsvText.firstSight(in, member);
        }
    }

    @Override
    public void extract(String member, Path target) throws IOException {
        try (ZipFile zip = open(file)) {
            try (InputStream in = zip.getInputStream(named(files(zip)).get(member))) {
                Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Whether it is a workbook whose sheets can be read; one that unpacks to more than it may, or that a password protects, is none. */
    public static Optional<WorkbookKind> workbook(Path file) {
        if (!isZip(file)) {
            return Optional.empty();
        }
        try (ZipFile zip = open(file)) {
            long unpacked = Collections.list(zip.getEntries()).stream().mapToLong(entry -> Math.max(0, entry.getSize())).sum();
            if (unpacked > MOST_OF_WORKBOOK || unpacked > MUCH && unpacked > Files.size(file) * MOST_RATIO) {
                return Optional.empty();
            }
            if (zip.getEntry("xl/workbook.xml") != null) {
                return Optional.of(WorkbookKind.XLSX);
            }
            return isOds(zip) ? Optional.of(WorkbookKind.ODS) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            throwHomeFault(e);
            return Optional.empty();
        }
    }

    /** Its manifest says so; some programs leave out the entry that says it first. */
    private static boolean isOds(ZipFile zip) throws IOException {
        ZipArchiveEntry manifest = zip.getEntry("META-INF/manifest.xml");
        if (manifest == null || zip.getEntry("content.xml") == null) {
            return false;
        }
        try (InputStream in = zip.getInputStream(manifest)) {
            String text = new String(in.readNBytes(1 << 20), StandardCharsets.UTF_8);
            return text.contains("application/vnd.oasis.opendocument.spreadsheet");
        }
    }

    private static boolean isZip(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.isReadable(file) && !FileNames.isGzip(file.getFileName().toString())
                && FileKind.isZip(head(file));
    }

    private static byte[] head(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(FileKind.HEAD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ZipFile open(Path file) throws IOException {
        return ZipFile.builder().setPath(file).get();
    }

    /** Without folders, and without what nobody means to be received. */
    private static List<ZipArchiveEntry> files(ZipFile zip) {
        return Collections.list(zip.getEntriesInPhysicalOrder()).stream()
                .filter(entry -> !entry.isDirectory() && (Stream.of(path(entry)).noneMatch(FileNames::isPassedOver) || isOutside(entry))).toList();
    }

    /** The files by the names that they are kept under. */
    private static Map<String, ZipArchiveEntry> named(List<ZipArchiveEntry> files) {
        Map<String, ZipArchiveEntry> named = new TreeMap<>();
        for (ZipArchiveEntry entry : files) {
            String shown = shown(entry);
            String free = shown;
            for (int other = 2; named.containsKey(free); other++) {
                int own = shown.lastIndexOf('/') + 1;
                free = shown.substring(0, own) + other + "_" + shown.substring(own);
            }
            named.put(free, entry);
        }
        return named;
    }

    private Optional<FileError> tooMuch(List<ZipArchiveEntry> files, Settings.Inbox limits) throws IOException {
        if (files.isEmpty()) {
            return Optional.of(FileError.of(NOT_TAKEN, name, "it is a ZIP archive without a file in it"));
        }
        if (files.size() > MOST_MEMBERS) {
            return Optional.of(FileError.of(TOO_MUCH, name, "it holds more than " + MOST_MEMBERS + " files"));
        }
        long packed = Files.size(file);
        long free = Files.getFileStore(file).getUsableSpace();
        long limit = free > 0 ? Math.min(limits.maxUnpackedBytes(), free / 2) : limits.maxUnpackedBytes();
        long unpacked = 0;
        for (ZipArchiveEntry entry : files) {
            unpacked += Math.max(0, entry.getSize());
            if (unpacked > limit || unpacked > MUCH && unpacked > packed * MOST_RATIO) {
                return Optional.of(FileError.of(TOO_MUCH, name, unpacked > limit ? "it unpacks to more than " + limit + " bytes"
                        : "it unpacks to more than " + MOST_RATIO + " times its size"));
            }
        }
        return Optional.empty();
    }

    /** Why a file cannot be had. */
    private Optional<FileError> fault(ZipFile zip, List<ZipArchiveEntry> files, ZipArchiveEntry entry) {
        String why = null;
        if (isOutside(entry)) {
            why = "its path leads out of the archive";
        } else if (entry.getName().length() > LONGEST_PATH || Stream.of(path(entry)).anyMatch(part -> part.length() > LONGEST_PATH / 2)) {
            why = "its path is longer than " + LONGEST_PATH + " letters";
        } else if (files.stream().anyMatch(other -> other != entry && other.getName().equals(entry.getName()))) {
            why = "the archive holds two files of this name";
        } else if (entry.getGeneralPurposeBit().usesEncryption()) {
            why = "a password protects it";
        }
        if (why != null) {
            return Optional.of(FileError.of(NOT_TAKEN, null, why));
        }
        if (entry.isUnixSymlink()) {
            return Optional.of(FileError.of("FILE-020", null, "a link is not followed"));
        }
        if (!zip.canReadEntryData(entry)) {
            return Optional.of(FileError.of(BROKEN, null, "it is packed in a way that is not known"));
        }
        return unreadable(zip, entry);
    }

    /** Reads it to the end, so that what is taken later can be. */
    private static Optional<FileError> unreadable(ZipFile zip, ZipArchiveEntry entry) {
        byte[] buffer = new byte[1 << 16];
        CRC32 sum = new CRC32();
        long bytes = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            for (int read = in.read(buffer); read >= 0 && bytes <= entry.getSize(); read = in.read(buffer)) {
                bytes += read;
                sum.update(buffer, 0, read);
            }
        } catch (IOException | RuntimeException e) {
            throwHomeFault(e);
            return Optional.of(FileError.of(BROKEN, null, "it does not unpack"));
        }
        return bytes == entry.getSize() && sum.getValue() == entry.getCrc() ? Optional.empty()
                : Optional.of(FileError.of(BROKEN, null, "it is not what the archive says of it"));
    }

    private static boolean isOutside(ZipArchiveEntry entry) {
        String plain = entry.getName().replace('\\', '/');
        Set<String> parts = new HashSet<>(List.of(plain.split("/", -1)));
        return plain.startsWith("/") || parts.contains("..") || parts.contains(".") || parts.contains("");
    }

    private static String[] path(ZipArchiveEntry entry) {
        return entry.getName().replace('\\', '/').split("/");
    }

    /** Its path as it may be kept; one that leads elsewhere is never kept, and told by its last part. */
    private static String shown(ZipArchiveEntry entry) {
        List<String> parts = List.of(path(entry));
        List<String> kept = (isOutside(entry) ? parts.subList(Math.max(0, parts.size() - 1), parts.size()) : parts).stream().map(Shown::fileName).toList();
        String shown = String.join("/", kept);
        return shown.length() > LONGEST_PATH ? shown.substring(shown.length() - LONGEST_PATH) : shown;
    }

    private static void throwHomeFault(Exception failure) {
        if (HomeFault.is(failure)) {
            throw failure instanceof RuntimeException known ? known : new UncheckedIOException((IOException) failure);
        }
    }
}
