package org.bellwether.batch.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds by halving which of several must be left out for a trial to pass, in few trials. */
final class FailureBisection {

    private final Predicate<Set<String>> passesWithout;
    private int trials;

    /** @param trials how many are made at the most */
    FailureBisection(int trials, Predicate<Set<String>> passesWithout) {
        this.trials = trials;
        this.passesWithout = passesWithout;
    }

    /**
     * Those that must be left out, in their order; where trials run out, with all that were not tried.
     *
     * @return empty where the trial passes with all of them, or fails without all of them too: then none is to blame
     */
    Optional<List<String>> among(List<String> suspects) {
        if (suspects.isEmpty() || passes(List.of()) || !passes(suspects)) {
            return Optional.empty();
        }
        List<String> found = new ArrayList<>();
        List<String> open = new ArrayList<>(suspects);
        while (!open.isEmpty() && (found.isEmpty() || !passes(found))) {
            int culprit = firstThatFails(found, open);
            found.add(open.get(culprit));
            open = new ArrayList<>(open.subList(culprit + 1, open.size()));
            if (trials <= 0) {
                found.addAll(open);
                break;
            }
        }
        return Optional.of(found);
    }

    /** Index of the one with which the trial begins to fail, when those before it are in and those behind it out. */
    private int firstThatFails(List<String> found, List<String> open) {
        int passing = 0;
        int failing = open.size();
        while (failing - passing > 1 && trials > 0) {
            int middle = (passing + failing) / 2;
            List<String> out = new ArrayList<>(found);
            out.addAll(open.subList(middle, open.size()));
            if (passes(out)) {
                passing = middle;
            } else {
                failing = middle;
            }
        }
        return passing;
    }

    private boolean passes(List<String> without) {
        trials--;
        return passesWithout.test(Set.copyOf(without));
    }
}
