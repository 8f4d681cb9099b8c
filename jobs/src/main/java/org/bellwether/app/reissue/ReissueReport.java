package org.bellwether.app.reissue;

import java.util.List;

/**
 * How a release that was built again stands to what was published.
 *
 * @param files how many were held against each other
 * @param differences those whose content is another
 * @param why what explains them; what differs from then without changing any content is told too
 */
public record ReissueReport(String release, int files, List<Difference> differences, List<String> why) {

    /** A file by its path in the release. */
    public record Difference(String path, String what) {
    }

    public boolean isSame() {
        return differences.isEmpty();
    }
}
