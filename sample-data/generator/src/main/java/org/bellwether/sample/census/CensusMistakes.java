package org.bellwether.sample.census;

import java.util.List;
import org.bellwether.sample.council.Scenario;
import org.bellwether.sample.council.Upn;

/** The ordinary mistakes of one census: a mistyped UPN, an ethnicity that is none, a need that was left out. */
final class CensusMistakes {

    private final boolean isActive;
    private int children;

    CensusMistakes(Census census) {
        this.isActive = census.day().equals(Scenario.LAST_CENSUS);
    }

    CensusChild with(CensusChild child) {
        if (!isActive || !child.isOnRoll()) {
            return child;
        }
        children++;
        return switch (children) {
            case 40 -> copy(child, Upn.spoiled(child.upn()), child.sen(), child.ethnicity(), child.need());
            case 90 -> copy(child, child.upn(), child.sen(), "XXXX", child.need());
            case 140 -> copy(child, child.upn(), 'K', child.ethnicity(), List.of());
            default -> child;
        };
    }

    private static CensusChild copy(CensusChild child, String upn, char sen, String ethnicity, List<String> need) {
        return new CensusChild(child.enrolment(), child.census(), true, upn, child.formerUpn(), sen, ethnicity, need,
                child.term(), child.secondHalf(), child.exclusions(), child.place());
    }
}
