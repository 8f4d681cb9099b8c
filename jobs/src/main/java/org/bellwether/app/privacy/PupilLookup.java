package org.bellwether.app.privacy;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bellwether.app.privacy.received.Pupil;
import org.bellwether.config.ErrorCode;
import org.bellwether.engine.Sql;
import org.bellwether.home.Home;
import org.bellwether.home.PseudonymKey;
import org.bellwether.home.Tombstones;
import org.bellwether.staging.pseudonym.Vault;

/** Who a UPN is: with the UPNs that the same pupil had before and has had since, as the warehouse has joined them. */
final class PupilLookup {

    private static final String WAREHOUSE = "identities";

    private final Home home;
    private final Connection connection;
    private final Vault vault;

    PupilLookup(Home home, Connection connection, Vault vault) {
        this.home = home;
        this.connection = connection;
        this.vault = vault;
    }

    /** @throws org.bellwether.config.BellwetherException where the text has not the form of a UPN */
    Pupil find(String text) throws SQLException {
        String upn = Pupil.plain(text);
        if (!upn.matches(Pupil.FORM)) {
            throw ErrorCode.NO_UPN.with();
        }
        PseudonymKey key = PseudonymKey.of(home);
        Set<Long> keys = new TreeSet<>(Set.of(key.pupilKey(upn)));
        keys.addAll(joined(keys));
        keys.addAll(begun(keys));
        Set<String> upns = new TreeSet<>(vault.upns(keys));
        upns.add(upn);
        upns.forEach(one -> keys.add(key.pupilKey(one)));
        return new Pupil(upns, keys);
    }

    /** Of an erasure that was stopped: the warehouse that has joined them is gone already. */
    private Set<Long> begun(Set<Long> keys) {
        List<Tombstones.Tombstone> stones = new Tombstones(home).unfinished();
        Set<Instant> decided = stones.stream().filter(stone -> keys.contains(stone.key())).map(Tombstones.Tombstone::at).collect(Collectors.toSet());
        return stones.stream().filter(stone -> decided.contains(stone.at())).map(Tombstones.Tombstone::key).collect(Collectors.toSet());
    }

    private Set<Long> joined(Set<Long> keys) throws SQLException {
        if (!Files.exists(home.warehouseFile())) {
            return Set.of();
        }
        Sql.execute(connection, "attach " + Sql.literal(home.warehouseFile().toString()) + " as " + WAREHOUSE + " (read_only)");
        try {
            String wanted = keys.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
            return new TreeSet<>(Sql.query(connection, """
                    with person as (
                        select pupil_key from %1$s.core.bridge_pupil_identity where alias_pupil_key in %2$s or pupil_key in %2$s
                    )
                    select alias_pupil_key from %1$s.core.bridge_pupil_identity where pupil_key in (select pupil_key from person)
                    union
                    select pupil_key from person
                    """.formatted(WAREHOUSE, wanted), row -> row.getLong(1)));
        } finally {
            Sql.execute(connection, "detach " + WAREHOUSE);
        }
    }
}
