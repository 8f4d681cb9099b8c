package org.bellwether.staging.load;

import java.util.List;
import org.bellwether.contract.Located;
import org.bellwether.contract.TableContract;
import org.bellwether.intake.profile.FileProfile;

/**
 * The records of one table as they lie in the engine, {@code raw_<table> (source_line, c0, c1, …)}, all text.
 *
 * @param located where the columns of the contract stand among them
 * @param records records of the file, those of another width than the header among them
 * @param ragged lines of those, which were not loaded
 */
public record LoadedTable(TableContract table, FileProfile profile, Located located, long records, List<Long> ragged) {

    /** Of more rows than this each distinct text is kept and typed once, and rows find their values by a join. */
    public static final long FEW = 20_000;

    public static String raw(String table) {
        return "raw_" + table;
    }
}
