package org.bellwether.release;

import java.util.List;
import java.util.Set;

/** Which columns of a mart name its cells, and which hold its figures. */
interface MartColumns {

    List<String> grain();

    /** Columns with a status beside them. */
    Set<String> figures();
}
