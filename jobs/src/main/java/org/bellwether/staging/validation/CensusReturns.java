package org.bellwether.staging.validation;

import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bellwether.engine.Sql;
import org.bellwether.intake.preflight.PreflightReport;
import org.bellwether.intake.profile.FileError;
import org.bellwether.intake.profile.RefusedException;
import org.bellwether.staging.session.StagingSession;
import org.bellwether.staging.typing.TypedTableBuilder;

/**
 * Makes the relation {@code census}: one row a school's return in a delivery of the school census.
 *
 * <p>From the table schoolcensus where the delivery has it. Else NativeId is the LAESTAB, year and term stand in the names of
 * the files, and the reference date is the official one.
 */
final class CensusReturns {

    private static final Pattern SET = Pattern.compile("(\\d{4})_(autumn|spring|summer)");
    /** The contract table that says it of each return. */
    static final String HEADER = "school_census";

    private final StagingSession session;
    private final int la;

    CensusReturns(StagingSession session, int la) {
        this.session = session;
        this.la = la;
    }

    /** @throws RefusedException where a return is of another authority, or its date is not in its term */
    void fromHeader(PreflightReport report) throws SQLException {
        String file = report.files().get(0).profile().file();
        String typed = TypedTableBuilder.view(HEADER);
        if (Sql.queryLong(session.connection(), "select count(*) from " + typed + " where lea is distinct from " + la
                + " or estab is null or estab not between 1000 and 9999") > 0) {
            throw new RefusedException(FileError.of("FILE-003", file, "its header names another authority than " + la + " or no establishment number of four digits"));
        }
        if (Sql.queryLong(session.connection(), "select count(*) from " + typed + " where month(reference_date) is distinct from"
                + " case upper(term) when 'AUT' then 10 when 'SPR' then 1 when 'SUM' then 5 end or year(reference_date) is distinct from year") > 0) {
            throw new RefusedException(FileError.of("FILE-004", file, "term, year and reference date of its header do not agree"));
        }
        create("""
                select native_id, case when upper(term) = 'AUT' then year else year - 1 end as first_year, upper(term) as census_term,
                    lea * 10000 + estab as laestab, lea as la_code, urn, reference_date, coalesce(serial_no, 0) as serial_no, source_line
                from %s
                qualify row_number() over (partition by native_id order by source_line) = 1
                """.formatted(typed));
    }

    /** @throws RefusedException where the names of the files do not say year and term */
    void fromNames(PreflightReport report) throws SQLException {
        Matcher name = SET.matcher(report.set() == null ? "" : report.set());
        if (!name.matches()) {
            throw new RefusedException(FileError.of("FILE-004", null, "the names of the files must begin with year and term, as 2024_autumn_"));
        }
        demandAuthority(report);
        String term = name.group(2).substring(0, 3).toUpperCase(java.util.Locale.ROOT);
        int first = Integer.parseInt(name.group(1)) - (term.equals("AUT") ? 0 : 1);
        create("""
                select native_id, %d as first_year, %s as census_term, cast(native_id as integer) as laestab,
                    %d as la_code, cast(null as integer) as urn, cast(null as date) as reference_date, 0 as serial_no,
                    min(source_line) as source_line
                from raw_native_id
                where regexp_full_match(native_id, '%d[0-9]{4}')
                group by native_id
                """.formatted(first, Sql.literal(term), la, la));
    }

    /** A single school of another authority is a row's mistake; where no school is of this one, the whole set is another's. */
    private void demandAuthority(PreflightReport report) throws SQLException {
        Optional<String> other = Sql.queryFirst(session.connection(), """
                select case when count(*) filter (where authority = '%d') = 0 then string_agg(distinct authority, ', ' order by authority) end
                from (select left(native_id, 3) as authority from raw_native_id
                    where regexp_full_match(native_id, '[0-9]{3}[^0-9]?[0-9]{4}'))
                """.formatted(la), row -> row.getString(1) == null ? "" : row.getString(1));
        if (other.filter(authority -> !authority.isEmpty()).isPresent()) {
            throw new RefusedException(FileError.of("FILE-003", null, "the NativeIds of " + report.set() + " are those of authority " + other.get()
                    + ", this home is that of " + la));
        }
    }

    private void create(String returns) throws SQLException {
        session.loadCodes("codes.census");
        join(returns);
        long expected = Sql.queryLong(session.connection(), "select count(*) from (" + returns + ")");
        if (Sql.queryLong(session.connection(), "select count(*) from census") < expected) {
            throw new RefusedException(FileError.of("FILE-004", null, "reference/census.csv has no census of this year and term"));
        }
    }

    private void join(String returns) throws SQLException {
        Sql.execute(session.connection(), """
                create or replace temp table census as
                with school_return as (
                    %s
                )
                select school_return.native_id, cast(official.academic_year as integer) as academic_year, school_return.census_term, school_return.laestab, school_return.la_code,
                    school_return.urn, coalesce(school_return.reference_date, cast(official.reference_date as date)) as reference_date, school_return.serial_no,
                    school_return.source_line, cast(official.attendance_days as integer) as attendance_days,
                    cast(nullif(official.second_attendance_days, '') as integer) as second_attendance_days,
                    cast(official.exclusion_from as date) as exclusion_from, cast(official.exclusion_to as date) as exclusion_to
                from school_return
                join codes.census as official
                    on official.census_term = school_return.census_term
                    and cast(official.academic_year as integer) // 100 = school_return.first_year
                """.formatted(returns));
    }
}
