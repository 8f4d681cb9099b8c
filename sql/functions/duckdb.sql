-- The functions that models name, for DuckDB. spark.sql defines the same names; nothing else in a model may differ
-- between the engines. None of them raises on any value of its type: what has no answer is null.

-- Academic year of the official windows, 1 August to 31 July, as EES writes it: 202425.
create or replace macro academic_year(day) as
    (year(day) - cast(month(day) < 8 as integer)) * 100 + (year(day) + cast(month(day) >= 8 as integer)) % 100;

-- As people write a year: 202425 is 2024/25
create or replace macro year_label(time_period) as
    cast(time_period // 100 as varchar) || '/' || right(cast(time_period as varchar), 2);

-- Financial year, 1 April to 31 March, in the same form.
create or replace macro financial_year(day) as
    (year(day) - cast(month(day) < 4 as integer)) * 100 + (year(day) + cast(month(day) >= 4 as integer)) % 100;

-- Easter Sunday of a Gregorian year (Oudin's form of the anonymous algorithm), in three steps:
-- the age of the moon, the days from 21 March to the full moon, and the Sunday after it.
create or replace macro easter_epact(y) as
    (y // 100 - y // 400 - (8 * (y // 100) + 13) // 25 + 19 * (y % 19) + 15) % 30;
create or replace macro easter_full_moon(y) as
    easter_epact(y) - (easter_epact(y) // 28)
        * (1 - (easter_epact(y) // 28) * (29 // (easter_epact(y) + 1)) * ((21 - y % 19) // 11));
create or replace macro easter_sunday(y) as
    make_date(y, 3, 28) + cast(easter_full_moon(y)
        - (y + y // 4 + easter_full_moon(y) + 2 - y // 100 + y // 400) % 7 as integer);

-- Term of the official windows: autumn from 1 August, spring from 1 January, summer from Easter Monday.
create or replace macro term_of(day) as
    case
        when month(day) >= 8 then 'AUT'
        when day <= easter_sunday(year(day)) then 'SPR'
        when day is not null then 'SUM'
    end;

-- First day of a month of a financial year (202425), of which April is the first; null for what is no month.
create or replace macro financial_month_start(financial_year, month) as
    case
        when month between 1 and 12 and financial_year between 190000 and 999900
            then make_date(cast(financial_year // 100 + cast(month > 9 as integer) as integer), cast((month + 2) % 12 + 1 as integer), 1)
    end;

-- LAESTAB of an authority's three digits and an establishment's four; null where either is none.
create or replace macro laestab_of(la_code, establishment_number) as
    case
        when la_code between 0 and 9999 and establishment_number between 0 and 9999
            then cast(la_code * cast(10000 as bigint) + establishment_number as integer)
    end;

-- The day so many days later; null beyond what dates can say.
create or replace macro add_days(day, days) as
    case when day between date '0001-01-01' and date '9999-12-31' then day + cast(days as integer) end;

-- Pounds with pence; null where the sum is larger than any budget.
create or replace macro gbp(amount) as
    try_cast(amount as decimal(18, 2));

-- The day on which an instant (UTC) falls in England.
create or replace macro london_date(instant) as
    cast(instant at time zone 'UTC' at time zone 'Europe/London' as date);

-- Surrogate key: 60 bits of the MD5 of the natural key, so that every rebuild and every engine finds the same.
create or replace macro key_of_text(natural_key) as
    cast('0x' || substr(md5(natural_key), 1, 15) as bigint);
create or replace macro key_part(value) as
    coalesce(cast(value as varchar), '');
create or replace macro stable_key
    (a) as key_of_text(key_part(a)),
    (a, b) as key_of_text(key_part(a) || '|' || key_part(b)),
    (a, b, c) as key_of_text(key_part(a) || '|' || key_part(b) || '|' || key_part(c)),
    (a, b, c, d) as key_of_text(key_part(a) || '|' || key_part(b) || '|' || key_part(c) || '|' || key_part(d)),
    (a, b, c, d, e) as key_of_text(key_part(a) || '|' || key_part(b) || '|' || key_part(c) || '|' || key_part(d)
        || '|' || key_part(e)),
    (a, b, c, d, e, f) as key_of_text(key_part(a) || '|' || key_part(b) || '|' || key_part(c) || '|' || key_part(d)
        || '|' || key_part(e) || '|' || key_part(f)),
    (a, b, c, d, e, f, g) as key_of_text(key_part(a) || '|' || key_part(b) || '|' || key_part(c) || '|' || key_part(d)
        || '|' || key_part(e) || '|' || key_part(f) || '|' || key_part(g)),
    (a, b, c, d, e, f, g, h) as key_of_text(key_part(a) || '|' || key_part(b) || '|' || key_part(c)
        || '|' || key_part(d) || '|' || key_part(e) || '|' || key_part(f) || '|' || key_part(g) || '|' || key_part(h));

-- The check letter of a UPN without it (12 characters): each character's value times its place (2 to 13), modulo 23.
-- A temporary UPN ends in a letter, which counts as its index in the alphabet of check letters.
create or replace macro upn_character_value(upn, place) as
    coalesce(
        try_cast(substr(upn, place, 1) as integer),
        nullif(strpos('ABCDEFGHJKLMNPQRTUVWXYZ', substr(upn, place, 1)), 0) - 1);
create or replace macro upn_check_letter(upn_without_letter) as
    substr('ABCDEFGHJKLMNPQRTUVWXYZ', cast((
        2 * upn_character_value(upn_without_letter, 1)
        + 3 * upn_character_value(upn_without_letter, 2)
        + 4 * upn_character_value(upn_without_letter, 3)
        + 5 * upn_character_value(upn_without_letter, 4)
        + 6 * upn_character_value(upn_without_letter, 5)
        + 7 * upn_character_value(upn_without_letter, 6)
        + 8 * upn_character_value(upn_without_letter, 7)
        + 9 * upn_character_value(upn_without_letter, 8)
        + 10 * upn_character_value(upn_without_letter, 9)
        + 11 * upn_character_value(upn_without_letter, 10)
        + 12 * upn_character_value(upn_without_letter, 11)
        + 13 * upn_character_value(upn_without_letter, 12)) % 23 + 1 as integer), 1);

-- Whether a text has the form of a UPN and the right check letter; false for null.
create or replace macro is_valid_upn(upn) as
    coalesce(regexp_full_match(upn, '[A-HJ-NP-RT-Z][0-9]{11}[0-9A-HJ-NP-RT-Z]')
        and substr(upn, 1, 1) = upn_check_letter(substr(upn, 2, 12)), false);

-- A quotient of integers times a factor, at five places, halves away from zero; null without a denominator.
-- Rounded in integers, so that every machine and engine prints the same figure.
create or replace macro quotient(numerator, denominator, factor) as
    cast(sign(numerator) * ((cast(200000 as hugeint) * factor * abs(cast(numerator as hugeint)) + denominator)
        // (2 * cast(nullif(denominator, 0) as hugeint))) as double) / 100000;
create or replace macro rate(numerator, denominator) as
    quotient(numerator, denominator, 100);

-- Money divided by a whole number, times a factor, to the penny, halves away from zero; null without a divisor. In
-- integers, and rounded once, at the last step; the amount may have five places, as a mean of quotients needs them.
create or replace macro money_quotient(amount, divisor, factor) as
    gbp(try_cast(sign(amount) * ((cast(200000 * try_cast(abs(amount) as decimal(23, 5)) as hugeint) * factor
        + 1000 * cast(divisor as hugeint)) // (2000 * nullif(cast(divisor as hugeint), 0))) as decimal(30, 0)) * 0.01);

-- The group that a row of a published table stands for in one filter: null where it stands for all of them or the table has no
-- such filter (''), and never all where the group is blank.
create or replace macro breakdown_label(label) as
    case when label is null then 'Unknown' when lower(label) not in ('', 'total', 'all', 'all pupils') then label end;

-- An authority's code of three digits, also as a spreadsheet writes it (821.0); null where the text is none.
create or replace macro three_digits(code) as
    try_cast(nullif(regexp_extract(code, '^([0-9]{3})([.]0+)?$', 1), '') as integer);

-- Whether two figures of a running period reach equally far: their last days lie within a week of each other. A period counts
-- as whole from three weeks before its window ends, since official windows run on beyond the last school day; what has no
-- last day is whole, and of a period without a window the days are compared as they are.
create or replace macro cut_off(last_day, window_end) as
    case when last_day >= window_end - 21 then window_end when isfinite(last_day) then last_day end;
create or replace macro is_same_cut_off(one, other, window_end) as
    coalesce(abs(cut_off(one, window_end) - cut_off(other, window_end)) <= 7, true);

-- The instant (UTC) at which a build looks at the world; the build sets it. Models read no other clock.
create macro if not exists as_of() as cast(null as timestamp);
-- The day in England on which it falls.
create or replace macro as_of_date() as london_date(as_of());
