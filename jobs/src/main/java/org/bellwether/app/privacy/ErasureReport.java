package org.bellwether.app.privacy;

import java.util.List;
import org.bellwether.intake.register.Submission;

/**
 * What of a pupil is erased, or would be.
 *
 * @param upns       how many UPNs the pupil has had
 * @param deliveries in which the pupil stands
 * @param releases   kept releases with rows of the pupil
 * @param vault      pairs of UPN and pseudonym
 * @param unsearched refused files that are neither CSV nor XML, below the home
 */
public record ErasureReport(int upns, List<Delivery> deliveries, List<String> releases, long vault, List<String> unsearched) {

    /**
     * A submission, or what was refused.
     *
     * @param rows  of its files
     * @param files that are written anew
     */
    public record Delivery(String id, String returnName, long rows, int files) {

        static Delivery of(Submission submission, long rows, int files) {
            return new Delivery(submission.id(), submission.returnName(), rows, files);
        }
    }

    public boolean isEmpty() {
        return deliveries.isEmpty() && releases.isEmpty() && vault == 0;
    }

    public long rows() {
        return deliveries.stream().mapToLong(Delivery::rows).sum();
    }
}
