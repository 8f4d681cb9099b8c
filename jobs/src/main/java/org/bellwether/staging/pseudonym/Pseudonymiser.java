package org.bellwether.staging.pseudonym;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bellwether.contract.Rule;
import org.bellwether.engine.Sql;
import org.bellwether.home.PseudonymKey;
import org.bellwether.staging.session.StagingEngine;

/**
 * Turns UPNs into pseudonyms inside the engine, and judges them on the way: a set at a time, over distinct values only.
 *
 * <p>{@code pupil_key} is the upper 63 bits of HMAC-SHA-256 over the UPN under the home's key. It is a function of that
 * text alone and never changes afterwards, so that what one submission of a night has brought is not computed for the next.
 */
public final class Pseudonymiser {

    /** The rule by which rows of a pupil whose data were erased are rejected. */
    public static final String FORGOTTEN = "PRI-001";

    /** The upper 63 bits of a digest. */
    private static final String KEY = "cast(cast('0x' || substr(%s, 1, 16) as ubigint) >> 1 as bigint)";
    private static final String KEY_BLOCKS = "pseudonym_block";
    private static final String TOMBSTONES = "pseudonym_tombstone";

    private final StagingEngine engine;
    private final Connection connection;

    /** Tables of {@link #pseudonymise}, whose pairs the vault takes in. */
    private final List<String> made = new ArrayList<>();

    /** @param forgotten pseudonyms of pupils whose data were erased */
    public Pseudonymiser(StagingEngine engine, Connection connection, PseudonymKey key, Set<Long> forgotten) throws SQLException {
        this.engine = engine;
        this.connection = connection;
        Sql.execute(connection, "create or replace temp table " + KEY_BLOCKS + " (inner_block blob, outer_block blob)");
        try (PreparedStatement insert = connection.prepareStatement("insert into " + KEY_BLOCKS + " values (?, ?)")) {
            insert.setObject(1, key.innerBlock());
            insert.setObject(2, key.outerBlock());
            insert.executeUpdate();
        }
        Sql.execute(connection, "create or replace temp table " + TOMBSTONES + " as select unnest(cast("
                + forgotten.stream().sorted().map(String::valueOf).collect(Collectors.joining(", ", "[", "]")) + " as bigint[])) as pupil_key");
    }

    /**
     * Makes the temporary table {@code name (upn, failed_rule, pupil_key)} of the distinct texts in a column; pupil_key
     * is null where a rule fails. A blank text has a row without upn.
     *
     * @param upn what the rules call the text
     * @param rules of that UPN, in the order in which they judge
     */
    public void pseudonymise(String name, String table, String column, String upn, List<Rule> rules) throws SQLException {
        made.add(name);
        String failed = failed(upn, rules);
        String known = engine.knownUpns(connection, failed);
        Sql.execute(connection, """
                create or replace temp table %1$s as
                with texts as (
                    select distinct upn_text(clean_text(%2$s)) as %6$s from %3$s
                ),
                judged as (
                    select %6$s as upn, %4$s as failed_rule from texts anti join %7$s as known on known.upn = texts.%6$s
                ),
                digested as (
                    select judged.upn, judged.failed_rule,
                        sha256(block.outer_block || unhex(sha256(block.inner_block || encode(judged.upn)))) as digest
                    from judged cross join %5$s as block
                ),
                keyed as (
                    select upn, failed_rule, case when failed_rule is null then %10$s end as pupil_key
                    from digested
                )
                select upn,
                    case when pupil_key in (select pupil_key from %8$s) then %9$s else failed_rule end as failed_rule,
                    case when pupil_key in (select pupil_key from %8$s) then null else pupil_key end as pupil_key
                from keyed
                union all
                select known.* from texts join %7$s as known on known.upn = texts.%6$s
                """.formatted(name, column, table, failed, KEY_BLOCKS, Sql.identifier(upn), known, TOMBSTONES, Sql.literal(FORGOTTEN), KEY.formatted("digest")));
        engine.learnUpns(connection, known, name);
    }

    /**
     * SELECT of some rows with a key of a text of theirs under the home's key, as {@link PseudonymKey#scopeKey} gives it: what the text
     * says cannot be read from it.
     *
     * @param columns of the rows
     * @param text    SQL; where it is null, so is the key
     * @param from    a relation
     */
    public String keyed(String columns, String text, String from) {
        return "select %s, %s as scope_key from (select *, %s as keyed_text from %s) cross join %s as block".formatted(columns,
                KEY.formatted("sha256(block.outer_block || unhex(sha256(block.inner_block || encode(keyed_text))))"), text, from, KEY_BLOCKS);
    }

    /** The rule that a UPN fails, as SQL. */
    private static String failed(String upn, List<Rule> rules) {
        String cases = rules.stream().flatMap(rule -> rule.checks().stream()
                .map(check -> " when " + check.when() + " then " + Sql.literal(rule.id()))).collect(Collectors.joining());
        return cases.isEmpty() ? "cast(null as varchar)" : "case" + cases + " end";
    }

    /** Leaves the pairs of UPN and pseudonym for the vault. */
    public void writePairs(Path file) throws SQLException {
        if (made.isEmpty()) {
            return;
        }
        String pairs = made.stream().map(name -> "select upn, pupil_key from " + name + " where pupil_key is not null")
                .collect(Collectors.joining(" union "));
        Sql.execute(connection, "copy (" + pairs + " order by all) to " + Sql.literal(file.toString()) + " (format parquet)");
    }
}
