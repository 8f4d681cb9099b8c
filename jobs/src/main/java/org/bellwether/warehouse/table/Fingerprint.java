package org.bellwether.warehouse.table;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import org.bellwether.engine.Sql;

/** A digest over named parts: equal parts, in the same order, give the same text. */
public final class Fingerprint {

    private final MessageDigest digest = sha256();

    public Fingerprint add(String name, String value) {
        String line = name.length() + ":" + name + "=" + value.length() + ":" + value + "\n";
        digest.update(line.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public String text() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Digest of a table's rows, whatever their order; good for one version of the engine, as fingerprints are. */
    public static String ofRows(Connection connection, String table) throws SQLException {
        return Sql.queryText(connection, """
                select count(*)
                    || ':' || coalesce(sum(cast(hash(given) as hugeint)), 0)
                    || ':' || coalesce(bit_xor(hash(given)), 0)
                from %s as given""".formatted(table));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
