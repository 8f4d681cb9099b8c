package org.bellwether.warehouse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StrategyTimelineTest {

    @RegisterExtension
    static final WarehouseFixture warehouse = new WarehouseFixture();

    @Test
    void a_milestone_stands_in_every_year_that_it_is_planned_for_and_the_review_in_its_own() {
        warehouse.config("config.strategy", """
                strategy_code, strategy_title, la_code, document, review_title, review_source_ref
                OURS,          Ours,           899,     Our plan, Review,       page 9
                THEIRS,        Theirs,         821,     Not ours, Review,       page 9
                """);
        warehouse.config("config.strategy_year", """
                strategy_code, time_period, kind
                OURS,          202425,      DELIVERY
                OURS,          202728,      REVIEW_AND_RESET
                THEIRS,        202425,      DELIVERY
                """);
        warehouse.config("config.strategy_theme", """
                strategy_code, theme_code, ordinal, theme_title
                OURS,          A,          1,       First
                OURS,          B,          2,       Second
                """);
        warehouse.config("config.milestone", """
                strategy_code, milestone_code, ordinal, theme_code, block,   milestone, planned_start, planned_end, actual_date, source_ref
                OURS,          ONE,            1,       A,          2024-25, Done late, 2025-06-01,    2025-09-30,  2025-10-10,  page 3
                OURS,          TWO,            2,       ,           2024-25, Overdue,   2024-09-01,    2025-07-31,  ,            page 3
                THEIRS,        ONE,            1,       ,           2024-25, Not ours,  2024-09-01,    2025-07-31,  ,            page 3
                """);
        warehouse.asOf("2025-10-31T12:00:00Z");

        warehouse.build("mart.mart_strategy_timeline");

        warehouse.expect("mart.mart_strategy_timeline", """
                time_period, milestone_code, theme_title, status,           days_late, days_late_status, source_ref
                202425,      ONE,            First,       DONE_LATE,        10,        ok,               "Our plan, page 3"
                202526,      ONE,            First,       DONE_LATE,        10,        ok,               "Our plan, page 3"
                202425,      TWO,            ,            OVERDUE,          92,        ok,               "Our plan, page 3"
                202728,      REVIEW-A,       First,       REVIEW_AND_RESET, ,          z,                "Our plan, page 9"
                202728,      REVIEW-B,       Second,      REVIEW_AND_RESET, ,          z,                "Our plan, page 9"
                """);
    }
}
