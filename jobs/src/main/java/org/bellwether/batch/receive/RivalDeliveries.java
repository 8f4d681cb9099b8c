package org.bellwether.batch.receive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bellwether.contract.Kind;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.intake.register.Scope;
import org.bellwether.intake.register.Submission;
import org.bellwether.intake.register.SubmissionFile;
import org.bellwether.staging.registration.SubmissionRegistrar;

/**
 * Finds deliveries of one run that claim the same: the later one stands, and somebody should know that there were two. Of a
 * register that keeps its history both stand.
 */
final class RivalDeliveries {

    private final ContractCatalog catalog;
    private final SubmissionRegistrar registrar;

    RivalDeliveries(ContractCatalog catalog, SubmissionRegistrar registrar) {
        this.catalog = catalog;
        this.registrar = registrar;
    }

    /** @return the submissions in the same order, each later rival with a warning that is kept */
    List<Submission> warn(List<Submission> submissions) {
        Map<String, Submission> claimed = new HashMap<>();
        List<Submission> warned = new ArrayList<>();
        for (Submission one : submissions) {
            Submission told = one;
            if (one.state().isAccepted() && catalog.contract(one.returnName()).kind() != Kind.SNAPSHOT) {
                for (Map.Entry<String, Long> rival : rivals(one, claimed).entrySet()) {
                    told = registrar.warn(told, "FILE-060", rival.getKey() + " claims " + rival.getValue() + " of its "
                            + one.scopes().size() + (one.scopes().size() == 1 ? " scope" : " scopes") + " too");
                }
            }
            warned.add(told);
        }
        return warned;
    }

    /** Earlier submissions that claim scopes of this one, with the number of these; from now on this one claims them. */
    private static Map<String, Long> rivals(Submission one, Map<String, Submission> claimed) {
        Map<String, Long> rivals = new TreeMap<>();
        for (Scope scope : one.scopes()) {
            Submission earlier = claimed.put(one.returnName() + "|" + scope.values(), one);
            if (earlier != null) {
                rivals.merge(earlier.id() + " (" + name(earlier) + ")", 1L, Long::sum);
            }
        }
        return rivals;
    }

    private static String name(Submission submission) {
        return submission.files().stream().map(SubmissionFile::file).distinct().count() == 1 ? submission.files().get(0).file()
                : submission.set();
    }
}
