package org.bellwether.warehouse.table;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.bellwether.engine.Sql;

/** A digest over named parts: equal parts, in the same order, give the same text. */
public final class Fingerprint {

    private final MessageDigest digest = DigestUtils.getSha256Digest();

    public Fingerprint add(String name, String value) {
        String line = name.length() + ":" + name + "=" + value.length() + ":" + value + "\n";
        digest.update(line.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public String text() {
        return Hex.encodeHexString(digest.digest());
    }

    /** Digest of a table's rows, whatever their order; good for one version of the engine, as fingerprints are. */
    public static String ofRows(Connection connection, String table) throws SQLException {
        return Sql.queryText(connection, """
                select count(*)
                    || ':' || coalesce(sum(cast(hash(given) as hugeint)), 0)
                    || ':' || coalesce(bit_xor(hash(given)), 0)
                from %s as given""".formatted(table));
    }
}
