package org.bellwether.sample.council;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A child of the sample, with what does not depend on the school; entirely invented. */
public final class Pupil {

    private final int id;
    private final String upn;
    private final boolean isBoy;
    private final LocalDate born;
    private final char[] sen;
    private final PupilTraits traits;
    private final List<Enrolment> enrolments = new ArrayList<>(2);
    private final List<Exclusion> exclusions = new ArrayList<>(0);
    /** A number given on arrival, until the permanent one is found; null for nearly all. */
    private String temporaryUpn;
    private LocalDate temporaryUntil;
    private EbsnaEpisode episode;

    /** @param sen SEN provision N, K or E in each academic year of the sample */
    public Pupil(int id, String upn, boolean isBoy, LocalDate born, char[] sen, PupilTraits traits) {
        this.id = id;
        this.upn = upn;
        this.isBoy = isBoy;
        this.born = born;
        this.sen = sen;
        this.traits = traits;
    }

    public int id() {
        return id;
    }

    /** The permanent number. */
    public String upn() {
        return upn;
    }

    /** The number that returns of this day carry. */
    public String upn(LocalDate date) {
        return temporaryUpn != null && date.isBefore(temporaryUntil) ? temporaryUpn : upn;
    }

    public boolean isBoy() {
        return isBoy;
    }

    public LocalDate born() {
        return born;
    }

    /** SEN provision N, K or E in that year of the sample, counted from 0. */
    public char sen(int year) {
        return sen[year];
    }

    public PupilTraits traits() {
        return traits;
    }

    /** Whether free school meals have ever been claimed. */
    public boolean everHadMeals() {
        return traits.mealsFrom() != null;
    }

    public boolean hasMeals(LocalDate date) {
        return everHadMeals() && !traits.mealsFrom().isAfter(date)
                && (traits.mealsTo() == null || traits.mealsTo().isAfter(date));
    }

    public List<Enrolment> enrolments() {
        return enrolments;
    }

    public List<Exclusion> exclusions() {
        return exclusions;
    }

    /** The number before the permanent one was found; null for nearly all. */
    public String temporaryUpn() {
        return temporaryUpn;
    }

    /** Returns carry this number until that day. */
    public void arriveWith(String number, LocalDate until) {
        temporaryUpn = number;
        temporaryUntil = until;
    }

    /** Null where the child was never referred for its absence. */
    public EbsnaEpisode episode() {
        return episode;
    }

    public void refer(EbsnaEpisode referral) {
        episode = referral;
    }
}
