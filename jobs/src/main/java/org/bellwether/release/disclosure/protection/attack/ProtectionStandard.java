package org.bellwether.release.disclosure.protection.attack;

/** What a pattern withstands, by the names of the field, from the least to the most. */
public enum ProtectionStandard {

    /** Some hidden figure follows exactly from what is shown. */
    NONE,

    /** PS1: no hidden figure follows exactly from what is shown. */
    EXACT_DISCLOSURE,

    /** PS1*: nor for one respondent who subtracts the own figure. */
    EXACT_DISCLOSURE_BY_SINGLETONS,

    /** PS2: of every sensitive figure all is left open that must be, for readers, for those who know the rule, and for singletons. */
    INTERVAL_DISCLOSURE
}
