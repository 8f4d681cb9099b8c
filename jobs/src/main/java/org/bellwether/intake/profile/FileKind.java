package org.bellwether.intake.profile;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bellwether.home.Access;

/** Knows files that are no CSV by the bytes with which they begin, whatever their names say. */
public final class FileKind {

    /** Bytes that are enough to tell. */
    public static final int HEAD = 8192;

    private static final String SPREADSHEET = "FILE-055";
    private static final String ARCHIVE = "FILE-056";
    private static final String DOCUMENT = "FILE-057";
    private static final String DATA = "FILE-059";
    /** Place of the flags in the header of a ZIP's file. */
    private static final int ZIP_FLAGS = 6;
    /** As it stands in the container, of two bytes a letter. */
    private static final String ENCRYPTED = new String("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);

    /** Bytes written in Latin-1, the rule that says what to do, and what it is. */
    private record Magic(String bytes, String rule, String what) {
    }

    private static final List<Magic> MAGIC = List.of(
            new Magic("%PDF", DOCUMENT, "it is a PDF"),
            new Magic("{\\rtf", DOCUMENT, "it is a rich text document"),
            new Magic("\u0089PNG", DOCUMENT, "it is a PNG picture"),
            new Magic("\u00FF\u00D8\u00FF", DOCUMENT, "it is a JPEG picture"),
            new Magic("GIF8", DOCUMENT, "it is a GIF picture"),
            new Magic("II*\0", DOCUMENT, "it is a TIFF picture"),
            new Magic("MM\0*", DOCUMENT, "it is a TIFF picture"),
            new Magic("PAR1", DATA, "it is Parquet"),
            new Magic("ARROW1", DATA, "it is Arrow"),
            new Magic("ORC", DATA, "it is ORC"),
            new Magic("Obj\u0001", DATA, "it is Avro"),
            new Magic("SQLite format 3", DATA, "it is an SQLite database"),
            new Magic("\u0000\u0001\u0000\u0000Standard ", DATA, "it is an Access database"),
            new Magic("$FL2", DATA, "it is an SPSS file"),
            new Magic("7z\u00BC\u00AF", ARCHIVE, "it is a 7-Zip archive"),
            new Magic("Rar!", ARCHIVE, "it is a RAR archive"),
            new Magic("BZh", ARCHIVE, "it is packed with bzip2"),
            new Magic("\u00FD7zXZ", ARCHIVE, "it is packed with xz"),
            new Magic("(\u00B5/\u00FD", ARCHIVE, "it is packed with zstd"),
            new Magic("\u001F\u008B", ARCHIVE, "it is packed with gzip, and its name does not end in .gz"));

    private FileKind() {
    }

    /**
     * What is wrong with a file that begins so; nothing where it can be text.
     *
     * @param head its first bytes, up to {@link #HEAD}, unpacked where its name ends in .gz
     * @param xml whether its name says that it is XML
     */
    public static Optional<FileError> of(String name, byte[] head, boolean xml) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (isZip(head)) {
            return Optional.of(zip(name, text));
        }
        if (text.startsWith("\u00D0\u00CF\u0011\u00E0")) {
            boolean isDocument = FileNames.plain(name).endsWith(".doc") || FileNames.plain(name).endsWith(".msg");
            return Optional.of(FileError.of(isDocument ? DOCUMENT : SPREADSHEET, name, isDocument ? "it is a document of older Office software"
                    : isLockedWorkbook(name, text) ? "it is an Excel workbook that a password protects" : "it is a workbook of older Excel software, or another Office file"));
        }
        for (Magic magic : MAGIC) {
            if (text.startsWith(magic.bytes)) {
                return Optional.of(FileError.of(magic.rule, name, magic.what));
            }
        }
        if (text.length() > 262 && text.startsWith("ustar", 257)) {
            return Optional.of(FileError.of(ARCHIVE, name, "it is a tar archive"));
        }
        return markup(name, text, xml);
    }

    /** Archives, workbooks and documents of today begin so. */
    public static boolean isZip(byte[] head) {
        return head.length > 3 && head[0] == 'P' && head[1] == 'K' && (head[2] == 3 && head[3] == 4 || head[2] == 5 && head[3] == 6);
    }

    private static FileError zip(String name, String text) {
        if (text.contains("mimetypeapplication/vnd.oasis.opendocument.spreadsheet")) {
            return FileError.of(SPREADSHEET, name, "it is an ODS workbook");
        }
        if (text.contains("mimetypeapplication/vnd.oasis.opendocument")) {
            return FileError.of(DOCUMENT, name, "it is an OpenDocument file");
        }
        if (text.contains("word/") || text.contains("ppt/")) {
            return FileError.of(DOCUMENT, name, "it is an Office document");
        }
        boolean isWorkbook = text.contains("xl/") || text.contains("[Content_Types].xml") || FileNames.plain(name).matches(".*\\.xls[xmb]");
        if (isWorkbook) {
            return FileError.of(SPREADSHEET, name, FileNames.plain(name).endsWith(".xlsb") ? "it is a binary Excel workbook (XLSB)" : "it is an Excel workbook (XLSX)");
        }
        String archive = isLocked(text) ? "it is a ZIP archive that a password protects" : "it is a ZIP archive";
        return FileError.of(ARCHIVE, name, FileNames.isGzip(name) ? archive + ", though its name ends in .gz" : archive);
    }

    /** Whether the first file of a ZIP is encrypted, as its flags say. */
    private static boolean isLocked(String zip) {
        return zip.startsWith("PK\u0003\u0004") && zip.length() > ZIP_FLAGS && (zip.charAt(ZIP_FLAGS) & 1) == 1;
    }

    /** A workbook of today lies in a container of old where it is encrypted: its name says so, or the stream that holds it. */
    private static boolean isLockedWorkbook(String name, String container) {
        return FileNames.plain(name).matches(".*\\.xls[xmb]") || container.contains(ENCRYPTED);
    }

    private static Optional<FileError> markup(String name, String text, boolean xml) {
        String begins = text.replace("\u00EF\u00BB\u00BF", "").stripLeading().toLowerCase(Locale.ROOT);
        if (begins.startsWith("<!doctype html") || begins.startsWith("<html") || begins.startsWith("<?xml") && begins.contains("<html")) {
            return Optional.of(FileError.of("FILE-058", name, "it is HTML"));
        }
        if (begins.startsWith("<?xml") && begins.contains("schemas-microsoft-com:office:spreadsheet")) {
            return Optional.of(FileError.of(SPREADSHEET, name, "it is an Excel workbook in XML"));
        }
        if (!xml && begins.startsWith("<?xml")) {
            return Optional.of(FileError.of(DATA, name, "it is XML; the school census may be XML, in a file whose name ends in .xml"));
        }
        if (FileNames.plain(name).endsWith(".csv") && (begins.startsWith("{\"") || begins.startsWith("[{") || begins.matches("(?s)[{\\[]\\s*[\\[{\"].*"))) {
            return Optional.of(FileError.of(DATA, name, "it is JSON"));
        }
        return Optional.empty();
    }

    /** UTF-16 and UTF-32, with a byte order mark or by every other byte being NUL. */
    static Optional<String> wideText(byte[] head) {
        int length = Math.min(head.length, 2000) & ~1;
        if (length < 2) {
            return Optional.empty();
        }
        int mark = (head[0] & 0xFF) << 8 | head[1] & 0xFF;
        int even = 0;
        int odd = 0;
        for (int i = 0; i < length; i += 2) {
            even += head[i] == 0 ? 1 : 0;
            odd += head[i + 1] == 0 ? 1 : 0;
        }
        boolean isWide = mark == 0xFFFE || mark == 0xFEFF || Math.max(even, odd) * 10 > length / 2 * 9 && length >= 4
                && Math.min(even, odd) * 4 < length;
        boolean isUtf32 = even + odd > length * 7 / 10;
        return isWide || isUtf32 ? Optional.of(isUtf32 ? "UTF-32" : "UTF-16") : Optional.empty();
    }
}
