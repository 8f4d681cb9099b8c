package org.bellwether.app.session;

import org.bellwether.config.Settings;

/** The control database of a home that names none: H2 in a file. */
class EmbeddedControlDatabaseTest extends ControlDatabaseTest {

    @Override
    Settings.Control control() {
        return new Settings.Control("", "sa", "");
    }

    @Override
    String product() {
        return "H2";
    }
}
