package org.bellwether.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A child of the sample, with what does not depend on the school; entirely invented. */
final class Pupil {

    final int id;
    final String upn;
    final boolean isBoy;
    final LocalDate born;
    final String ethnicity;
    final String language;
    final String neighbourhood;
    /** SEN provision N, K or E in each academic year of the sample. */
    final char[] sen;
    final String primaryNeed;
    final String secondaryNeed;
    /** Start and end of free school meals; start null: never; end null: still. */
    final LocalDate mealsFrom;
    final LocalDate mealsTo;
    /** From 0 to 1: where the child stands in its school's order of attendance; 1 is the worst. */
    final double absenceRank;
    final List<Enrolment> enrolments = new ArrayList<>(2);
    final List<Exclusion> exclusions = new ArrayList<>(0);
    /** A number given on arrival, until the permanent one is found; null for nearly all. */
    String temporaryUpn;
    LocalDate temporaryUntil;
    EbsnaEpisode episode;

    Pupil(int id, String upn, boolean isBoy, LocalDate born, char[] sen, PupilTraits traits) {
        this.id = id;
        this.upn = upn;
        this.isBoy = isBoy;
        this.born = born;
        this.sen = sen;
        this.ethnicity = traits.ethnicity();
        this.language = traits.language();
        this.neighbourhood = traits.neighbourhood();
        this.primaryNeed = traits.primaryNeed();
        this.secondaryNeed = traits.secondaryNeed();
        this.mealsFrom = traits.mealsFrom();
        this.mealsTo = traits.mealsTo();
        this.absenceRank = traits.absenceRank();
    }

    /** The number that returns of this day carry. */
    String upn(LocalDate date) {
        return temporaryUpn != null && date.isBefore(temporaryUntil) ? temporaryUpn : upn;
    }

    boolean hasMeals(LocalDate date) {
        return mealsFrom != null && !mealsFrom.isAfter(date) && (mealsTo == null || mealsTo.isAfter(date));
    }
}
