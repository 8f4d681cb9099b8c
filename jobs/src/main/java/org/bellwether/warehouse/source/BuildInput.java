package org.bellwether.warehouse.source;

import java.time.Instant;
import java.util.List;

/**
 * What one build is made of.
 *
 * @param asOf what was known at this instant; models read no other clock
 * @param sources staged tables that have something live; the others are empty
 * @param arrivals what came, whatever became of it
 * @param judgement how its rows were judged
 */
public record BuildInput(Instant asOf, List<StagedSource> sources, List<SubmissionRow> submissions, List<ArrivalRow> arrivals,
        Judgement judgement) {

    /** Where nobody asks what came and was not accepted. */
    public BuildInput(Instant asOf, List<StagedSource> sources, List<SubmissionRow> submissions) {
        this(asOf, sources, submissions, List.of(), Judgement.NONE);
    }
}
