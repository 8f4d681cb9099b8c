package org.bellwether.app.user;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody may do in the console; whoever signs in sees what is published. */
public enum Role {

    /** Sees what is published. */
    READER("sees what is published"),

    /** Sees the marts before disclosure control as well, and from which line of which file a figure came. */
    ANALYST("sees figures of few children, and the lines a figure came from"),

    /** Takes in returns and runs nights. */
    OFFICER("takes in returns, sees what was rejected, starts and stops nights"),

    /** Publishes releases that are held. */
    APPROVER("publishes what is held, pins and takes back releases"),

    /** Looks after who saw and did what, and after what is held of pupils. */
    PRIVACY("sees who saw and did what, answers and erases for pupils, takes away what was kept long enough");

    private final String words;

    Role(String words) {
        this.words = words;
    }

    /** What it lets a person do, in a few words. */
    public String words() {
        return words;
    }

    /** As people write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> of(String label) {
        return Arrays.stream(values()).filter(role -> role.label().equals(label.strip().toLowerCase(Locale.ROOT))).findFirst();
    }
}
