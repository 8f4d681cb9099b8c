-- How the text of a received file becomes a value; for the engine that types what was received. Models of facts name none of these.

-- The text as it is judged: composed letters, single spaces, nothing invisible; null where nothing is left.
create or replace macro clean_text(raw) as
    nullif(trim(case
        when regexp_matches(raw, '[^ -~]|  ') then
            regexp_replace(
                regexp_replace(nfc_normalize(raw), '[\p{Cf}\x{0}-\x{8}\x{E}-\x{1F}\x{7F}-\x{84}\x{86}-\x{9F}]', '', 'g'),
                '[\p{Z}\x{9}-\x{D}\x{85}]+', ' ', 'g')
        else raw
    end), '');

-- A clean text that is no prose: every dash a hyphen, without the mark by which spreadsheets keep a number a text ('5 or ="5").
create or replace macro plain_text(text) as
    case
        when regexp_matches(text, '^[''=]|[^ -~]') then trim(regexp_replace(regexp_replace(
            translate(text, '‐‑‒–—―−﹣－’‘', '---------'''''), '^="(.*)"$', '\1'), '^''', ''))
        else text
    end;

create or replace macro code_text(text) as
    regexp_replace(upper(plain_text(text)), '^([0-9]+)[.]0+$', '\1');
-- What names something is the same in small letters, as a text of a spreadsheet ('X1, ="X1"), and as a number with .0.
create or replace macro id_text(text) as
    regexp_replace(upper(plain_text(text)), '^([0-9]+)[.]0+$', '\1');
-- A level of areas in whatever letters and with blanks or underscores, as reference/geographic_level.csv lists it.
create or replace macro level_text(text) as
    lower(replace(text, '_', ' '));
create or replace macro upn_text(text) as
    replace(upper(plain_text(text)), ' ', '');

-- An amount without its currency, and without a space behind a sign or within a bracket: -£ 1,234 is -1,234.
create or replace macro amount_text(text) as
    regexp_replace(
        regexp_replace(upper(plain_text(text)), '^([-+(]?) ?(?:(?:£|GBP) ?([-+(]?) ?)?', '\1\2'),
        ' ?(?:£|GBP)? ?([)]?)$', '\1');

-- The number that an amount says, as sign, digits and point; null where it is none, or could be two.
-- Thousands are parted by commas or spaces. Finance writes what is less than nothing as -5, 5-, (5) or 5 CR.
create or replace macro number_text(amount) as
    case
        when regexp_full_match(
            regexp_replace(amount, '^-(.*)$|^(.*[^ ]) ?-$|^[(](.*)[)]$|^(.*[0-9.]) ?CR$|^[+](.*)$|^(.*[0-9.]) ?DR$', '#\1\2\3\4\5\6'),
            '#?(?:(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,3}(?: [0-9]{3})+|[0-9]+)(?:[.][0-9]*)?|[.][0-9]+)')
        then case when regexp_matches(amount, '[-(]|CR$') then '-' else '' end || regexp_replace(amount, '[^0-9.]', '', 'g')
    end;
-- Whether an amount that could not be read has the look of a number, and so could be more than one: 1.234,56 or 1,23 or -(5).
create or replace macro is_ambiguous(amount) as
    regexp_full_match(amount, '[-+( ]*[.,]?[0-9][0-9.,'' ]*[-) ]*(CR|DR)?');
-- Money has two decimals: 1.234 may be a thousand, as it is written abroad.
create or replace macro may_be_thousands(number) as
    regexp_full_match(number, '-?[1-9][0-9]{0,2}[.][0-9]{3}');
create or replace macro money(number) as
    case when not may_be_thousands(number) then try_cast(number as decimal(38, 10)) end;
create or replace macro whole_number(number) as
    case when regexp_full_match(number, '-?[0-9]{1,18}(?:[.]0*)?') then cast(split_part(number, '.', 1) as bigint) end;
-- A published figure. Nearly all are numbers as machines write them, 5.1e-05 among them; the rest is looked at as an amount. What is
-- published per cent may say so: 6.00% is 6.
create or replace macro published_figure(text) as
    coalesce(try_cast(text as double), try_cast(number_text(amount_text(regexp_replace(text, ' ?%$', ''))) as double));

-- 8994001 of 899/4001, 899 4001, 899-4001 and 8994001.0.
create or replace macro laestab_number(plain) as
    coalesce(
        try_cast(regexp_replace(plain, '^([0-9]{3}) ?[-/]? ?([0-9]{4})(?:[.]0+)?$', '\1\2') as bigint),
        whole_number(number_text(plain)));
-- 202425 of 2024/25, 2024-25, 2024/2025, 20242025 and 202425.0. Whether the second year follows the first is for the range to say.
create or replace macro split_year_number(plain) as
    coalesce(
        try_cast(regexp_replace(plain, '^([0-9]{4}) ?[-/_]? ?(?:[0-9]{2})?([0-9]{2})(?:[.]0+)?$', '\1\2') as bigint),
        whole_number(number_text(plain)));

-- A day may be followed by a time, and the time by a zone.
create or replace macro day_text(plain) as
    regexp_replace(plain, '[T ][0-9]{1,2}:[0-9]{2}.*$', '');
create or replace macro time_text(plain) as
    upper(ltrim(regexp_extract(plain, '[T ][0-9]{1,2}:[0-9]{2}.*$'), 'T '));
create or replace macro is_time(time) as
    regexp_full_match(time, '([01]?[0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.,][0-9]{1,9})?)?( ?[AP]M)?( ?(Z|UTC|GMT|BST|[-+][01][0-9](:?[0-5][0-9])?))?');
create or replace macro has_zone(time) as
    regexp_matches(time, '(Z|UTC|GMT|BST|[-+][0-9]{2}(:?[0-9]{2})?)$');
create or replace macro zoned_instant(day, time) as
    try_cast(day || ' ' || replace(replace(replace(replace(replace(time, 'BST', '+01:00'), 'GMT', 'Z'), 'UTC', 'Z'), ' ', ''), ',', '.')
        as timestamptz) at time zone 'UTC';
create or replace macro london_instant(day, time) as
    (case
        when time like '%M' then try_strptime(day || ' ' || replace(time, ' ', ''), ['%Y-%m-%d %I:%M:%S%p', '%Y-%m-%d %I:%M%p'])
        else try_cast(day || ' ' || replace(time, ',', '.') as timestamp)
    end) at time zone 'Europe/London' at time zone 'UTC';
-- The instant (UTC) of a time on a day. A time without a zone is London's.
create or replace macro instant_of(day, time) as
    case
        when not is_time(time) then null
        when has_zone(time) then zoned_instant(day, time)
        else london_instant(day, time)
    end;
-- The day itself, or of an instant with a zone the day on which it falls in England.
create or replace macro day_of(day, time) as
    case
        when time = '' then day
        when not is_time(time) then null
        when has_zone(time) then london_date(zoned_instant(day, time))
        else day
    end;

-- What spreadsheets hold behind a date: the days since 30 December 1899, here of 1982 to 2064.
create or replace macro is_spreadsheet_day(day_text) as
    regexp_full_match(day_text, '[3-5][0-9]{4}([.][0-9]+)?');
-- What stands in a cell whose formula has failed, or has not been calculated, in Excel and in LibreOffice.
create or replace macro is_sheet_error(cell_text) as
    (cell_text like '#%' or cell_text like 'Err:%')
    and regexp_full_match(upper(cell_text), '#(REF!|N/A|DIV/0!|VALUE!|NAME[?]|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!|GETTING_DATA|NOT_CALCULATED!)|ERR:[0-9]{3}');
create or replace macro has_two_digit_year(day_text) as
    regexp_full_match(day_text, '[0-9]{1,2}[-/. ]([0-9]{1,2}|[A-Za-z]{3})[-/. ][0-9]{2}');

-- The academic or financial year in the name of a file, sen2_202425.csv, SEN2 2024-25 or 2024-2025; null where its two years do not follow each other.
create or replace macro split_year_in_name(name) as
    list_extract(list_filter(
        list_transform(regexp_extract_all(name, '(?:^|[^0-9])20[0-9]{2}[-_ ]?(?:20)?[0-9]{2}(?:[^0-9]|$)'),
            lambda v: cast(left(regexp_replace(v, '[^0-9]', '', 'g'), 4) || right(regexp_replace(v, '[^0-9]', '', 'g'), 2) as integer)),
        lambda v: v % 100 = (v // 100 + 1) % 100), 1);

create or replace macro day_in_name(name) as
    coalesce(
        try_cast(regexp_replace(regexp_extract(name, '(?:^|[^0-9])(20[0-9]{2}[-_. ]?[01][0-9][-_. ]?[0-3][0-9])', 1), '^(....)[^0-9]?(..)[^0-9]?(..)$', '\1-\2-\3') as date),
        try_cast(regexp_replace(regexp_extract(name, '(?:^|[^0-9])([0-3][0-9][-_. ]?[01][0-9][-_. ]?20[0-9]{2})(?:[^0-9]|$)', 1),
            '^(..)[^0-9]?(..)[^0-9]?(....)$', '\3-\2-\1') as date));

-- The last two digits of a year that stands alone in the name, or of the second of two short ones: 2023, 22-23.
create or replace macro lone_year_in_name(name) as
    coalesce(try_cast(regexp_extract(name, '(?:^|[^0-9])20([0-9]{2})(?:[^0-9]|$)', 1) as integer),
        case
            when try_cast(regexp_extract(name, '(?:^|[^0-9])([0-9]{2})[-_ ]?([0-9]{2})(?:[^0-9]|$)', 1) as integer) + 1
                = try_cast(regexp_extract(name, '(?:^|[^0-9])([0-9]{2})[-_ ]?([0-9]{2})(?:[^0-9]|$)', 2) as integer)
                then try_cast(regexp_extract(name, '(?:^|[^0-9])([0-9]{2})[-_ ]?([0-9]{2})(?:[^0-9]|$)', 2) as integer)
        end);

-- Of a return of one year whose name tells none, the latest; null where the name tells a day or one year alone, which two years have,
-- and it is not certainly the latest. A financial year is known by its last day, a collection of January by a day of that month.
create or replace macro year_of_file(name, latest, year_of_day, is_certain) as
    case
        when split_year_in_name(name) is not null then split_year_in_name(name)
        when day_in_name(name) is not null then case when is_certain or year_of_day = latest then year_of_day end
        when lone_year_in_name(name) is not null then case when lone_year_in_name(name) = latest % 100 then latest end
        else latest
    end;
create or replace macro financial_year_of_file(name, came_on) as
    year_of_file(name, financial_year(came_on) - 101,
        case when strftime(day_in_name(name), '%m-%d') = '03-31' then financial_year(day_in_name(name)) else financial_year(day_in_name(name)) - 101 end,
        strftime(day_in_name(name), '%m-%d') = '03-31');
create or replace macro january_year_of_file(name, came_on) as
    year_of_file(name, academic_year(came_on), academic_year(day_in_name(name)), month(day_in_name(name)) = 1);
