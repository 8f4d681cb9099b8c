package org.bellwether.config;

/** Who has to do something about an error. */
public enum ErrorKind {
    /** Whoever typed the command. */
    USER("USR"),
    /** Whoever writes the config of the home, or adds to the shipped one. */
    CONFIG("CFG"),
    /** Whoever sent what the warehouse is made of. */
    DATA("DAT"),
    /** Whoever keeps the machine and the home. */
    ENVIRONMENT("ENV"),
    /** Whoever keeps Bellwether. */
    BUG("BUG");

    private final String letters;

    ErrorKind(String letters) {
        this.letters = letters;
    }

    /** With which the codes of this kind begin. */
    public String letters() {
        return letters;
    }
}
