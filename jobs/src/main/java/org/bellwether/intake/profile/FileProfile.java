package org.bellwether.intake.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What one pass over the bytes of a file tells.
 *
 * @param file name as it was received; of what was in an archive with the archive's before it, {@code returns.zip/marks.csv}
 * @param sha256 of the bytes as received, hex
 * @param bytes as received; {@code unpackedBytes} after unpacking a .gz
 * @param encoding UTF-8, windows-1252 or {@link #MIXED}; null for XML, which says its own
 * @param header column names of a CSV as written, without a byte order mark; empty for XML
 * @param rows records behind the header, counted with an eye on quotes; for XML -1
 * @param plain a CSV that the engine can read as it lies: UTF-8, one line a record, every record of the header's width
 * @param windowsLines of a file of both encodings the first lines that are not UTF-8
 * @param error why the file cannot be judged at all, or null
 * @param stamp by which it is seen whether the file has been written to since; null where it was not read
 */
public record FileProfile(String file, String sha256, long bytes, long unpackedBytes, String encoding,
        List<String> header, long rows, boolean plain, List<Long> windowsLines, @JsonProperty("problem") FileError error,
        FileStamp stamp) {

    /** Some lines are UTF-8 and some only Windows-1252. */
    public static final String MIXED = "UTF-8 and windows-1252";

    public boolean isXml() {
        return plainName().endsWith(".xml");
    }

    public boolean isGzip() {
        return FileNames.isGzip(file);
    }

    /** The encodings that its lines are in. */
    public List<String> encodings() {
        return MIXED.equals(encoding) ? List.of("UTF-8", "windows-1252") : List.of(encoding);
    }

    /** The name without what it was packed in, by which a return is known. */
    public String ownName() {
        return FileNames.own(file);
    }

    /** The name without what it was packed in and without .gz, in lower case. */
    public String plainName() {
        return FileNames.plain(file);
    }
}
