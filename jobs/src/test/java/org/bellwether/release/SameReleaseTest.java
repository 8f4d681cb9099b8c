package org.bellwether.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import org.bellwether.release.store.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same inputs give the same content hashes, wherever and however they are published. */
class SameReleaseTest {

    private static final Locale LOCALE = Locale.getDefault();
    private static final TimeZone ZONE = TimeZone.getDefault();

    @TempDir
    Path folder;

    private Map<String, String> expected;

    @BeforeEach
    void a_release() throws SQLException, IOException {
        expected = hashes("first", 2);
    }

    @AfterEach
    void locale_and_zone_as_they_were() {
        Locale.setDefault(LOCALE);
        TimeZone.setDefault(ZONE);
    }

    @Test
    void in_another_folder() throws SQLException, IOException {
        assertThat(hashes("another one's folder", 2)).isEqualTo(expected);
    }

    @Test
    void in_another_time_zone_and_locale() throws SQLException, IOException {
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));

        assertThat(hashes("elsewhere", 2)).isEqualTo(expected);
    }

    @Test
    void with_one_thread() throws SQLException, IOException {
        assertThat(hashes("alone", 1)).isEqualTo(expected);
    }

    /** Enough rows for several row groups and threads, inserted in another order each time. */
    private Map<String, String> hashes(String name, int threads) throws SQLException, IOException {
        try (SmallWarehouse warehouse = new SmallWarehouse(folder.resolve(name), threads)) {
            warehouse.execute("create table core.fact_pupil_census as select hash(range) % 100000 as pupil_key_part,"
                    + " cast(range as bigint) as pupil_key, range % 7 = 0 as is_on_roll, range / 3.0 as share,"
                    + " cast(range / 7.0 as decimal(14, 2)) as cost_gbp, "
                    + " timestamp '2026-01-01 00:30:00' + interval (range) second as seen_at from range(400000) order by hash(range + " + name.length() + ")");
            warehouse.execute("alter table core.fact_pupil_census alter pupil_key_part type bigint");
            warehouse.execute("alter table core.fact_pupil_census alter share type double");
            warehouse.release();
            Map<String, String> hashes = new TreeMap<>();
            for (Manifest.File file : Manifest.read(warehouse.current()).files()) {
                hashes.put(file.path(), file.hash());
            }
            return hashes;
        }
    }
}
