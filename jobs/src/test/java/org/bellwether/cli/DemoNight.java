package org.bellwether.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.bellwether.config.Project;

/** The home of the demo after its first night, made once for all test classes of a build; each test takes a copy. */
final class DemoNight {

    private DemoNight() {
    }

    static TrialHome copyTo(Path root) throws IOException, InterruptedException {
        return made().copyTo(root);
    }

    /** The one of all classes, for who reads it where it was made and changes nothing. */
    static TrialHome made() throws IOException, InterruptedException {
        return new TrialHome(MadeOnce.folder("demo-night", folder -> TrialHome.fresh(folder.resolve("home"), Project.locate().root().resolve("sample-data")).withBoardPack()
                .night(TrialHome.FIRST_NIGHT)).resolve("home"));
    }
}
