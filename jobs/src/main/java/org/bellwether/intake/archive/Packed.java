package org.bellwether.intake.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.bellwether.config.Settings;

/** A file that holds what is received file by file. */
public interface Packed {

    /** What is in it; every byte is read once, and none is kept. */
    ZipContents contents(Settings.Inbox limits);

    /** Names of what would be received of it; none where it cannot be read. */
    List<String> names();

    /** Names of the columns of one of its members; none where they cannot be read. */
    List<String> header(String member) throws IOException;

    /** Brings one of its members to another place; repeatable. */
    void extract(String member, Path target) throws IOException;
}
