-- The floor under a nightly run: what a hand would write in DuckDB to bring the same marks to one mart, and nothing else.
-- No contract, no rule, no count, no lineage, no restart. {marks} and {out} are folders.
create table mark as
select upn, laestab, attendance_date, session, attendance_code
from read_csv('{marks}/attendance_marks*', all_varchar = true, header = true, union_by_name = true);

create table pseudonym as
select upn, cast(cast('0x' || substr(sha256('floor' || upn), 1, 16) as ubigint) >> 1 as bigint) as pupil_key
from (select distinct upn from mark);

copy (
    select
        pseudonym.pupil_key,
        try_cast(mark.laestab as integer) as laestab,
        try_cast(mark.attendance_date as date) as attendance_date,
        mark.session,
        mark.attendance_code
    from mark
    join pseudonym on pseudonym.upn = mark.upn
) to '{out}/staged.parquet' (format parquet, compression zstd);

create table fact as
select
    *,
    year(attendance_date) - cast(month(attendance_date) < 8 as integer) as first_year,
    attendance_code not in ('D', 'Q', 'X', 'Y', 'Y1', 'Y2', 'Y3', 'Y4', 'Y5', 'Y6', 'Y7', 'Z', '#') as is_possible,
    attendance_code in ('/', '\', 'L', 'B', 'J', 'K', 'P', 'V', 'W') as is_attending
from read_parquet('{out}/staged.parquet');

copy (select * from fact where first_year = 2023 order by laestab, attendance_date, pupil_key, session)
    to '{out}/2023.parquet' (format parquet, compression zstd);
copy (select * from fact where first_year = 2024 order by laestab, attendance_date, pupil_key, session)
    to '{out}/2024.parquet' (format parquet, compression zstd);
copy (select * from fact where first_year = 2025 order by laestab, attendance_date, pupil_key, session)
    to '{out}/2025.parquet' (format parquet, compression zstd);

create table mart as
select
    laestab,
    first_year,
    count(*) filter (is_possible) as possible,
    count(*) filter (is_possible and not is_attending) as absent
from fact
group by laestab, first_year;
