package org.bellwether.intake.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bellwether.config.Shown;

/** What the name of a received file tells. */
public final class FileNames {

    /** Names of the notes that lie beside received files. */
    private static final Set<String> NOTES = Set.of("arrival.json", "receipt.json", "judgement.json", "submission.json", "why.json", "archive.json");

    private static final Set<String> LEFTOVERS = Set.of("thumbs.db", "ehthumbs.db", "desktop.ini", "icon", "__macosx", "lost+found",
            "$recycle.bin", "system volume information", "@eadir");
    private static final int LONGEST = 200;
    private static final Pattern WORKBOOK = Pattern.compile("(?i).*\\.(xlsx|xlsm|ods)");
    /** As programs name sheets that nobody has named. */
    private static final Pattern PLAIN_SHEET = Pattern.compile("(?i)(sheet|table|tabelle|feuil|export|data|results?)[ _]?[0-9]*\\.csv");

    /** What browsers and file managers put behind the name of a second download or of a copy: marks (1).csv, marks - Copy.csv. */
    private static final Pattern MARK = Pattern.compile("(?i)((?:[ _-]*\\([0-9]{1,2}\\)|(?: - |[ _-])copy)+)((?:\\.(?:csv|xml|xlsx|xlsm|ods|zip))?(?:\\.gz)?)$");
    private static final Pattern NUMBER = Pattern.compile("\\(([0-9]{1,2})\\)");

    /** By their names, and downloads of one name by their numbers: the browser gives the later one the higher. */
    public static final Comparator<String> BY_DOWNLOAD = Comparator.comparing(FileNames::unmarked).thenComparing(FileNames::download)
            .thenComparing(Comparator.naturalOrder());

    private FileNames() {
    }

    public static boolean isGzip(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".gz");
    }

    /**
     * The name by which a return is known, without what the file was packed in: of {@code returns.zip/marks.csv} the last part. A sheet
     * has that of its workbook too, {@code marks 2025.csv}, or it alone where its own says nothing. That it is a second download is no
     * part of it.
     */
    public static String own(String name) {
        int last = name.lastIndexOf('/');
        String own = unmarked(name.substring(last + 1));
        String packed = last < 0 ? "" : name.substring(name.lastIndexOf('/', last - 1) + 1, last);
        if (!WORKBOOK.matcher(packed).matches()) {
            return own;
        }
        String book = unmarked(packed.substring(0, packed.lastIndexOf('.')));
        return PLAIN_SHEET.matcher(own).matches() ? book + ".csv" : book + " " + own;
    }

    /** The name that the file had where it was downloaded first or copied from. */
    public static String unmarked(String name) {
        Matcher mark = MARK.matcher(name);
        return mark.find() && mark.start() > 0 && name.charAt(mark.start() - 1) != '/' ? name.substring(0, mark.start()) + mark.group(2) : name;
    }

    private static int download(String name) {
        Matcher mark = MARK.matcher(name);
        Matcher number = NUMBER.matcher(mark.find() ? mark.group(1) : "");
        return number.find() ? Integer.parseInt(number.group(1)) : 0;
    }

    /** The name of a file that goes on without what it was packed in; a sheet that nobody has named takes that of its workbook. */
    public static String alone(Path file) {
        String name = file.getFileName().toString();
        return PLAIN_SHEET.matcher(name).matches() ? own(file.getParent().getFileName() + "/" + name) : name;
    }

    /** The name without what it was packed in and without .gz, in lower case. */
    public static String plain(String name) {
        String lower = own(name).toLowerCase(Locale.ROOT);
        return lower.endsWith(".gz") ? lower.substring(0, lower.length() - 3) : lower;
    }

    /** What file managers and offices leave in folders: nobody means it to be received. */
    public static boolean isPassedOver(String name) {
        return name.startsWith(".") || name.startsWith("~$") || LEFTOVERS.contains(name.strip().toLowerCase(Locale.ROOT));
    }

    /** Names that senders use while they are still writing. */
    public static boolean isPartial(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".part") || lower.endsWith(".tmp") || lower.endsWith(".filepart")
                || lower.endsWith(".crdownload");
    }

    /**
     * Gives a file another name where its own cannot be written down, being in another encoding than this machine's, or is
     * that of a note; any other file stays as it is.
     *
     * @throws IOException where it is gone, or its folder may not be changed
     */
    public static Path makeSafe(Path file) throws IOException {
        String name = file.getFileName().toString();
        if (!NOTES.contains(name) && Files.exists(byText(file), LinkOption.NOFOLLOW_LINKS)) {
            return file;
        }
        String plain = name.replaceAll("[^ -~]", "_");
        String safe = plain.substring(Math.max(0, plain.length() - LONGEST));
        Path target = file.resolveSibling("_" + safe);
        for (int other = 2; Files.exists(target, LinkOption.NOFOLLOW_LINKS); other++) {
            target = file.resolveSibling("_" + other + "_" + safe);
        }
        return Files.move(file, target);
    }

    /** The name under which a received file is kept: its own, unless that would move a terminal's cursor or name a child. */
    public static String kept(Path file) {
        String name = Shown.fileName(file.getFileName().toString());
        return NOTES.contains(name) ? "_" + name : name;
    }

    public static boolean isNote(String name) {
        return NOTES.contains(name);
    }

    /** The path that the name's text leads to; one that is not there where no path can be made of it. */
    private static Path byText(Path file) {
        try {
            return Path.of(file.toString());
        } catch (InvalidPathException e) {
            return file.resolveSibling("?");
        }
    }
}
