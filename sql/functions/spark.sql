-- The functions that models name, for Spark SQL 4.2; duckdb.sql says what each of them is.

create temporary function academic_year(day date) returns int return
    (year(day) - cast(month(day) < 8 as int)) * 100 + (year(day) + cast(month(day) >= 8 as int)) % 100;

create temporary function year_label(time_period int) returns string return
    concat(cast(time_period div 100 as string), '/', right(cast(time_period as string), 2));

create temporary function financial_year(day date) returns int return
    (year(day) - cast(month(day) < 4 as int)) * 100 + (year(day) + cast(month(day) >= 4 as int)) % 100;

create temporary function easter_epact(y int) returns int return
    cast((y div 100 - y div 400 - (8 * (y div 100) + 13) div 25 + 19 * (y % 19) + 15) % 30 as int);
create temporary function easter_full_moon(y int) returns int return
    cast(easter_epact(y) - (easter_epact(y) div 28)
        * (1 - (easter_epact(y) div 28) * (29 div (easter_epact(y) + 1)) * ((21 - y % 19) div 11)) as int);
create temporary function easter_sunday(y int) returns date return
    date_add(make_date(y, 3, 28), cast(easter_full_moon(y)
        - (y + y div 4 + easter_full_moon(y) + 2 - y div 100 + y div 400) % 7 as int));

create temporary function term_of(day date) returns string return
    case
        when month(day) >= 8 then 'AUT'
        when day <= easter_sunday(year(day)) then 'SPR'
        when day is not null then 'SUM'
    end;

create temporary function financial_month_start(financial_year int, month int) returns date return
    case
        when month between 1 and 12 and financial_year between 190000 and 999900
            then make_date(financial_year div 100 + cast(month > 9 as int), (month + 2) % 12 + 1, 1)
    end;

create temporary function laestab_of(la_code int, establishment_number int) returns int return
    case when la_code between 0 and 9999 and establishment_number between 0 and 9999 then la_code * 10000 + establishment_number end;

create temporary function add_days(day date, days int) returns date return
    case when day between date '0001-01-01' and date '9999-12-31' then date_add(day, days) end;

create temporary function gbp(amount decimal(38, 2)) returns decimal(18, 2) return
    try_cast(amount as decimal(18, 2));

create temporary function london_date(instant timestamp_ntz) returns date return
    cast(convert_timezone('UTC', 'Europe/London', instant) as date);

create temporary function key_of_text(natural_key string) returns bigint return
    cast(conv(substr(md5(natural_key), 1, 15), 16, 10) as bigint);
create temporary function key_part(value string) returns string return
    coalesce(value, '');

-- Spark has no overloads: a part that is not given stays out, where a part that is null counts as an empty one.
create temporary function next_key_part(value string) returns string return
    case when value is not distinct from '\u0000' then '' else '|' || coalesce(value, '') end;
create temporary function stable_key(
    a string, b string default '\u0000', c string default '\u0000', d string default '\u0000',
    e string default '\u0000', f string default '\u0000', g string default '\u0000', h string default '\u0000'
) returns bigint return
    key_of_text(key_part(a) || next_key_part(b) || next_key_part(c) || next_key_part(d)
        || next_key_part(e) || next_key_part(f) || next_key_part(g) || next_key_part(h));

create temporary function upn_character_value(upn string, place int) returns int return
    coalesce(
        try_cast(substr(upn, place, 1) as int),
        nullif(locate(substr(upn, place, 1), 'ABCDEFGHJKLMNPQRTUVWXYZ'), 0) - 1);
create temporary function upn_check_letter(upn_without_letter string) returns string return
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
        + 13 * upn_character_value(upn_without_letter, 12)) % 23 + 1 as int), 1);

create temporary function is_valid_upn(upn string) returns boolean return
    coalesce(upn rlike '^[A-HJ-NP-RT-Z][0-9]{11}[0-9A-HJ-NP-RT-Z]$'
        and substr(upn, 1, 1) = upn_check_letter(substr(upn, 2, 12)), false);

create temporary function quotient(numerator bigint, denominator bigint, factor int) returns double return
    cast(sign(numerator) * ((2 * 100000 * factor * cast(abs(numerator) as decimal(38, 0)) + denominator)
        div (2 * nullif(denominator, 0))) as double) / 100000;
create temporary function rate(numerator bigint, denominator bigint) returns double return
    quotient(numerator, denominator, 100);

create temporary function money_quotient(amount decimal(23, 5), divisor bigint, factor bigint) returns decimal(18, 2) return
    gbp(sign(amount) * ((cast(200000 * abs(amount) as decimal(38, 0)) * factor + 1000 * divisor)
        div (2000 * nullif(divisor, 0))) * 0.01);

create temporary function breakdown_label(label string) returns string return
    case when label is null then 'Unknown' when lower(label) not in ('', 'total', 'all', 'all pupils') then label end;

create temporary function three_digits(code string) returns int return
    try_cast(nullif(regexp_extract(code, '^([0-9]{3})([.]0+)?$', 1), '') as int);

create temporary function cut_off(last_day date, window_end date) returns date return
    case when last_day >= date_sub(window_end, 21) then window_end else last_day end;
create temporary function is_same_cut_off(one date, other date, window_end date) returns boolean return
    coalesce(abs(datediff(cut_off(one, window_end), cut_off(other, window_end))) <= 7, true);

create temporary function as_of() returns timestamp_ntz return cast(null as timestamp_ntz);
create temporary function as_of_date() returns date return london_date(as_of());
