package org.bellwether.warehouse;

import java.util.List;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Settings;
import org.bellwether.warehouse.table.Rows;

/** The settings that models read, as config.setting has them. */
final class SettingRows {

    private SettingRows() {
    }

    static Rows read(ConfigFiles config) {
        Settings settings = Settings.load(config);
        Settings.Measures measures = settings.measures();
        return new Rows(List.of("name", "value"), List.of(
                List.of("la", Integer.toString(settings.la())),
                List.of("la_name", settings.laName()),
                List.of("pa_min_possible_sessions", Integer.toString(measures.paMinPossibleSessions())),
                List.of("aged_fifteen_after_whitsun", Boolean.toString(measures.agedFifteenAfterWhitsun())),
                List.of("ebsna_window_weeks", Integer.toString(measures.ebsnaWindowWeeks())),
                List.of("low_base", Integer.toString(measures.lowBase())),
                List.of("notice_lag_days", Integer.toString(measures.noticeLagDays())),
                List.of("reintegration_days", Integer.toString(measures.reintegrationDays())),
                List.of("reintegration_school_days", Integer.toString(measures.reintegrationSchoolDays())),
                List.of("ehe_exclusion_days", Integer.toString(measures.eheExclusionDays())),
                List.of("ehe_risk_days", Integer.toString(measures.eheRiskDays())),
                List.of("part_time_limit_weeks", Integer.toString(measures.partTimeLimitWeeks())),
                List.of("watch_min_possible_sessions", Integer.toString(measures.watchMinPossibleSessions())),
                List.of("suspension_asked_days", Integer.toString(measures.suspensionAskedDays())),
                List.of("suspension_asked_warning_days", Integer.toString(measures.suspensionAskedWarningDays())),
                List.of("suspension_meeting_days", Integer.toString(measures.suspensionMeetingDays())),
                List.of("suspension_meeting_warning_days", Integer.toString(measures.suspensionMeetingWarningDays())),
                List.of("suspension_year_days", Integer.toString(measures.suspensionYearDays())),
                List.of("suspension_year_warning_days", Integer.toString(measures.suspensionYearWarningDays())),
                List.of("governors_asked_school_days", Integer.toString(measures.governorsAskedSchoolDays())),
                List.of("governors_meeting_school_days", Integer.toString(measures.governorsMeetingSchoolDays())),
                List.of("signal_points", Integer.toString(measures.signalPoints()))));
    }
}
