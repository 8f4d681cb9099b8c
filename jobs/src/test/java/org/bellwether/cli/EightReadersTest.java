package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bellwether.release.SmallWarehouse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Eight readers in processes of their own, four of them DuckDB and four parquet-java, ask without a pause while releases come, are taken back and are pruned. */
@Tag("slow")
@Tag("long")
class EightReadersTest {

    /** {@code -Dproofs=sample}: fewer, for a run that has to end soon. */
    private static final int ACTS = "sample".equals(System.getProperty("proofs")) ? 10 : 50;
    private static final int KEPT = 20;
    private static final int READERS = 8;

    @Test
    void no_reader_sees_an_error_or_two_releases_at_once(@TempDir Path folder) throws Exception {
        try (SmallWarehouse warehouse = new SmallWarehouse(folder)) {
            publish(warehouse, 0);
            Path stop = folder.resolve("stop");
            List<Child> readers = new ArrayList<>();
            try {
                for (int reader = 0; reader < READERS; reader++) {
                    readers.add(Child.start(folder.resolve("processes"), List.of(System.getProperty("java.class.path").split(File.pathSeparator)), ReleaseReader.class,
                            warehouse.home.current().toString(), reader % 2 == 0 ? "duckdb" : "parquet", stop.toString()));
                }
                for (int act = 1; act <= ACTS; act++) {
                    if (act % 5 == 0) {
                        warehouse.store().rollback(Optional.empty(), SmallWarehouse.AS_OF);
                    } else {
                        publish(warehouse, act);
                        warehouse.store().prune(KEPT, Set.of());
                    }
                }
            } finally {
                Files.createFile(stop);
                for (Child reader : readers) {
                    reader.await();
                }
            }
            for (Child reader : readers) {
                assertThat(reader.await()).as(reader.printed()).isZero();
                assertThat(Integer.parseInt(reader.printed().strip().replace("reads ", ""))).as("how often it read").isGreaterThan(ACTS);
            }
        }
    }

    /** Every row of the tables that readers look at says of which release it is. */
    private static void publish(SmallWarehouse warehouse, int number) throws Exception {
        warehouse.execute("update core.dim_school set school_name = 'School " + number + "'");
        warehouse.execute("update core.fact_exclusion set day_count = " + number);
        assertThat(warehouse.release().isNew()).isTrue();
    }
}
