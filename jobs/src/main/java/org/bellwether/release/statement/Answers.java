package org.bellwether.release.statement;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Answers of one release.
 *
 * @param tier   {@code published} or {@code restricted}
 * @param counts how many statements stand how
 */
public record Answers(String release, Instant asOf, int la, String tier, Map<Answer.State, Integer> counts, List<Answer> answers) {

    static Answers of(String release, Instant asOf, int la, String tier, List<Answer> answers) {
        Map<Answer.State, Integer> counts = new EnumMap<>(Answer.State.class);
        for (Answer.State state : Answer.State.values()) {
            counts.put(state, 0);
        }
        answers.forEach(answer -> counts.merge(answer.state(), 1, Integer::sum));
        return new Answers(release, asOf, la, tier, counts, answers);
    }
}
