package org.bellwether.batch.nightly;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ErrorCode;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;

/** Asks for room on the disk before a night begins, by what lies in the inbox and what the last night made. */
final class DiskRoom {

    private static final long MEBI = 1 << 20;

    /** A home without anything in it makes about this much: a warehouse of empty tables, its files, one release, control. */
    private static final long LEAST = 64 * MEBI;
    /** How many times its size a packed file has when it is read. */
    private static final long UNPACKED = 10;

    private final Home home;

    DiskRoom(Home home) {
        this.home = home;
    }

    /** @throws BellwetherException where there is less than the night will need: it has not begun, and nothing has moved */
    void demand() {
        demand(home.root().toFile().getUsableSpace());
    }

    void demand(long free) {
        long needed = needed();
        if (free < needed) {
            throw ErrorCode.DISK_FULL.with(home.root() + " has " + free / MEBI + " MB free and this night needs about " + needed / MEBI + " MB");
        }
    }

    /** Bytes: what is read is held once as text while it is judged, and the warehouse may be written once more, with its files. */
    long needed() {
        long read = Folders.list(home.inbox()).stream().filter(Files::isRegularFile).mapToLong(DiskRoom::unpacked).sum();
        return LEAST + read + home.warehouseFile().toFile().length() + size(home.exports());
    }

    private static long unpacked(Path file) {
        long bytes = file.toFile().length();
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".gz") ? UNPACKED * bytes : bytes;
    }

    private static long size(Path folder) {
        return Folders.files(folder).stream().mapToLong(file -> file.toFile().length()).sum();
    }
}
