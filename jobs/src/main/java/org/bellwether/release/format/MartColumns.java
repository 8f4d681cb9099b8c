package org.bellwether.release.format;

import java.util.List;
import java.util.Set;

/** Which columns of a mart name its cells, and which hold its figures. */
public interface MartColumns {

    List<String> grain();

    /** Columns with a status beside them. */
    Set<String> figures();
}
