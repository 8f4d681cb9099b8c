-- One row per school and CFR code that it returned, of the year that the line, else the file's name tells, else of the one that
-- was over when the file came; a name that tells a year and not which (FILE-074) has no row.
--
-- What a school leaves blank it does not have: it makes no row, which adds nothing to a sum.
with delivery_year as (

    select financial_year_of_file(file_name, london_date(received_at)) as financial_year
    from delivery

),

amount as (

    unpivot (
        select
            cast(coalesce(typed.financial_year, delivery_year.financial_year) as integer) as financial_year,
            typed.laestab,
            typed.is_federated,
            nullif(concat_ws(' ', typed.member_1, typed.member_2, typed.member_3, typed.member_4, typed.member_5, typed.member_6,
                typed.member_7, typed.member_8, typed.member_9, typed.member_10), '') as federation_members,
            typed.source_line,
            i01, i02, i03, i04, i05, i06, i07, i08, i08a, i08b, i09, i10, i11, i12, i13, i15, i16, i17, i18, i18a, i18b,
            i18c, i18d, e01, e02, e03, e04, e05, e06, e07, e08, e09, e10, e11, e12, e13, e14, e15, e16, e17, e18, e19, e20,
            e20a, e20b, e20c, e20d, e20e, e20f, e20g, e21, e22, e23, e24, e25, e26, e27, e28a, e28b, e29, e30, e31, e32,
            ob01, ob02, ob03, b01, b02, b03, b05, b06, b07, ci01, ci03, ci04, ce01, ce02, ce03, ce04, ce04a, ce04b, ce04c,
            ce04d, ce04e
        from typed
        cross join delivery_year
    )
    on
        i01, i02, i03, i04, i05, i06, i07, i08, i08a, i08b, i09, i10, i11, i12, i13, i15, i16, i17, i18, i18a, i18b, i18c,
        i18d, e01, e02, e03, e04, e05, e06, e07, e08, e09, e10, e11, e12, e13, e14, e15, e16, e17, e18, e19, e20, e20a, e20b,
        e20c, e20d, e20e, e20f, e20g, e21, e22, e23, e24, e25, e26, e27, e28a, e28b, e29, e30, e31, e32, ob01, ob02, ob03,
        b01, b02, b03, b05, b06, b07, ci01, ci03, ci04, ce01, ce02, ce03, ce04, ce04a, ce04b, ce04c, ce04d, ce04e
    into name cfr_column value amount_gbp

)

select
    financial_year,
    laestab,
    is_federated,
    federation_members,
    upper(cfr_column) as cfr_code,
    amount_gbp,
    source_line
from amount
