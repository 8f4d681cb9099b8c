package org.bellwether.sample.council;

/** Kinds of school in the sample, with the words GIAS and the census use for them. */
public enum Phase {

    PRIMARY("Primary", "PS", 0, 6),
    SECONDARY("Secondary", "SS", 7, 11),
    ALL_THROUGH("All-through", "AT", 0, 11),
    SPECIAL("Not applicable", "SP", 0, 11),
    PRU("Not applicable", "PR", 6, 11);

    private final String gias;
    private final String census;
    private final int lowYear;
    private final int highYear;

    Phase(String gias, String census, int lowYear, int highYear) {
        this.gias = gias;
        this.census = census;
        this.lowYear = lowYear;
        this.highYear = highYear;
    }

    public boolean isMainstream() {
        return this != SPECIAL && this != PRU;
    }

    public String gias() {
        return gias;
    }

    public String census() {
        return census;
    }

    public int lowYear() {
        return lowYear;
    }

    public int highYear() {
        return highYear;
    }
}
