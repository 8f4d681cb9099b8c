package org.bellwether.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes the folders of a home and says who may enter them, whatever the umask: the owner alone, but for the way to what is
 * published. Of a release that way is opened when it is complete.
 */
public final class HomeFolders {

    private static final String MODE = "unix:mode";
    private static final int PERMISSIONS = 0777;
    private static final int OWNERS = 0700;
    private static final int PASSABLE = 0755;
    private static final int GROUP = 0070;
    private static final int OTHERS = 0007;
    private static final int OTHERS_READ = 0004;
    private static final int GROUP_WRITES = 0020;
    private static final int OTHERS_WRITE = 0002;

    private HomeFolders() {
    }

    /** The folders that every run needs; those that are there keep what is in them. */
    public static void prepare(Home home) {
        root(home);
        for (Path folder : owners(home)) {
            make(folder, OWNERS);
            permit(folder, OWNERS);
        }
        make(home.releases(), PASSABLE);
        make(home.inbox(), OWNERS);
        closeToReaders(home.inbox());
    }

    /** Folders that nobody but the owner of the home has any business in. */
    public static List<Path> owners(Home home) {
        return List.of(home.config(), home.landing(), home.refused(), home.staged(), home.vault(), home.logs(),
                home.control(), home.build(), home.tmp());
    }

    /** Whether anybody but its owner may enter or read the folder; never where the system has no such permissions. */
    public static boolean isOpen(Path folder) {
        return hasModes(folder) && (mode(folder) & (GROUP | OTHERS)) != 0;
    }

    /** The folder of the home itself; one that is there keeps its permissions. */
    static void root(Home home) {
        make(home.root(), PASSABLE);
    }

    private static void make(Path folder, int permissions) {
        if (!Files.isDirectory(folder)) {
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            permit(folder, permissions);
        }
    }

    /** Who was given the right to drop returns keeps it; who might only have looked at what others dropped loses that. */
    private static void closeToReaders(Path inbox) {
        if (hasModes(inbox)) {
            int mode = mode(inbox);
            int group = (mode & GROUP_WRITES) == 0 ? GROUP : 0;
            int others = (mode & OTHERS_WRITE) == 0 ? OTHERS : OTHERS_READ;
            permit(inbox, mode & PERMISSIONS & ~group & ~others);
        }
    }

    private static void permit(Path folder, int permissions) {
        if (!hasModes(folder) || (mode(folder) & PERMISSIONS) == permissions) {
            return;
        }
        try {
            // Bits above the permissions stay: they say whether those who drop returns may remove each other's.
            Files.setAttribute(folder, MODE, mode(folder) & ~PERMISSIONS & 07777 | permissions);
        } catch (FileSystemException e) {
            // A folder of another owner is his to close; doctor tells where it stands open.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int mode(Path folder) {
        try {
            return (int) Files.getAttribute(folder, MODE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasModes(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("unix");
    }
}
