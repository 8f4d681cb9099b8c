package org.bellwether.cli;

import org.bellwether.home.Home;
import org.bellwether.home.HomeLock;

/** Another process holds the home. */
public final class HomeLockedException extends RuntimeException {

    public HomeLockedException(Home home) {
        super("The home " + home.root() + " is in use by " + HomeLock.holder(home) + "; try again when it has ended.");
    }
}
