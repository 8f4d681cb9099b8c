package org.bellwether.sample.council;

import java.util.Locale;

/** Builds Unique Pupil Numbers with their check letter, permanent and temporary. */
public final class Upn {

    /** The 23 letters a UPN may use: no I, O or S. */
    public static final String ALPHABET = "ABCDEFGHJKLMNPQRTUVWXYZ";

    private Upn() {
    }

    public static String permanent(int laCode, int establishment, int year, int serial) {
        return complete(String.format(Locale.ROOT, "%03d%04d%02d%03d", laCode, establishment, year % 100, serial));
    }

    /** A number for a child who arrives without one: two digits of serial and a letter. */
    public static String temporary(int laCode, int establishment, int year, int serial) {
        return complete(String.format(Locale.ROOT, "%03d%04d%02d%02d%c", laCode, establishment, year % 100, serial / 23,
                ALPHABET.charAt(serial % 23)));
    }

    /** The twelve characters with their check letter before them. */
    static String complete(String twelve) {
        return checkLetter(twelve) + twelve;
    }

    /** The same number with a check letter that is wrong. */
    public static String spoiled(String upn) {
        int right = ALPHABET.indexOf(upn.charAt(0));
        return ALPHABET.charAt((right + 1) % ALPHABET.length()) + upn.substring(1);
    }

    public static boolean isValid(String upn) {
        return upn.matches("[A-HJ-NP-RT-Z]\\d{11}[0-9A-HJ-NP-RT-Z]")
                && upn.charAt(0) == checkLetter(upn.substring(1));
    }

    /**
     * Each character times its position in the whole number, modulo 23; a letter counts as its place in the alphabet.
     */
    private static char checkLetter(String twelve) {
        int sum = 0;
        for (int i = 0; i < twelve.length(); i++) {
            char c = twelve.charAt(i);
            int value = c >= '0' && c <= '9' ? c - '0' : ALPHABET.indexOf(c);
            sum += value * (i + 2);
        }
        return ALPHABET.charAt(sum % 23);
    }
}
