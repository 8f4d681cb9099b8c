package org.bellwether.app;

import org.bellwether.home.Home;
import org.bellwether.home.HomeLock;

/** Another process holds the home. */
public final class HomeLockedException extends RuntimeException {

    public HomeLockedException(Home home) {
        super("The home " + home.root() + " is in use by " + HomeLock.holder(home) + "; try again when it has ended.");
    }

    private HomeLockedException(String message) {
        super(message);
    }

    /** A home has one schedule. */
    public static HomeLockedException bySchedule(Home home) {
        return new HomeLockedException("The home " + home.root() + " has a schedule already: " + HomeLock.scheduler(home)
                + "; stop that one first, or leave the nights to it.");
    }
}
