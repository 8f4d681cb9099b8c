package org.bellwether.sample;

/** Kinds of school in the sample, with the words GIAS and the census use for them. */
enum Phase {

    PRIMARY("Primary", "PS", 0, 6),
    SECONDARY("Secondary", "SS", 7, 11),
    ALL_THROUGH("All-through", "AT", 0, 11),
    SPECIAL("Not applicable", "SP", 0, 11),
    PRU("Not applicable", "PR", 6, 11);

    final String gias;
    final String census;
    final int lowYear;
    final int highYear;

    Phase(String gias, String census, int lowYear, int highYear) {
        this.gias = gias;
        this.census = census;
        this.lowYear = lowYear;
        this.highYear = highYear;
    }

    boolean isMainstream() {
        return this != SPECIAL && this != PRU;
    }
}
