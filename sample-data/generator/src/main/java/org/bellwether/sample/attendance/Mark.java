package org.bellwether.sample.attendance;

/** Attendance codes that the sample uses, with what each counts as. */
public enum Mark {

    PRESENT_AM("/", Kind.ATTENDING),
    PRESENT_PM("\\", Kind.ATTENDING),
    LATE("L", Kind.ATTENDING),
    VISIT("V", Kind.ATTENDING),
    SPORT("P", Kind.ATTENDING),
    WORK_EXPERIENCE("W", Kind.ATTENDING),
    OFF_SITE("B", Kind.ATTENDING),
    ARRANGED_BY_LA("K", Kind.ATTENDING),
    INTERVIEW_BEFORE_2024("J", Kind.ATTENDING),
    INTERVIEW("J1", Kind.AUTHORISED),
    ILLNESS("I", Kind.AUTHORISED),
    MEDICAL("M", Kind.AUTHORISED),
    EXCEPTIONAL("C", Kind.AUTHORISED),
    PERFORMANCE("C1", Kind.AUTHORISED),
    PART_TIME("C2", Kind.AUTHORISED),
    EXCLUDED("E", Kind.AUTHORISED),
    AGREED_HOLIDAY_BEFORE_2024("H", Kind.AUTHORISED),
    RELIGION("R", Kind.AUTHORISED),
    STUDY_LEAVE("S", Kind.AUTHORISED),
    TRAVELLING("T", Kind.AUTHORISED),
    HOLIDAY("G", Kind.UNAUTHORISED),
    NO_REASON_YET("N", Kind.UNAUTHORISED),
    OTHER("O", Kind.UNAUTHORISED),
    LATE_AFTER_CLOSE("U", Kind.UNAUTHORISED),
    DUAL("D", Kind.NOT_POSSIBLE),
    NOT_REQUIRED("X", Kind.NOT_POSSIBLE),
    UNAVOIDABLE_BEFORE_2024("Y", Kind.NOT_POSSIBLE),
    SITE_CLOSED("Y4", Kind.NOT_POSSIBLE),
    NO_TRANSPORT("Y1", Kind.NOT_POSSIBLE),
    NO_ACCESS("Q", Kind.NOT_POSSIBLE);

    /** What a session with this mark adds to. */
    public enum Kind {
        ATTENDING, AUTHORISED, UNAUTHORISED, NOT_POSSIBLE
    }

    private final String code;
    private final Kind kind;

    Mark(String code, Kind kind) {
        this.code = code;
        this.kind = kind;
    }

    public boolean isPossible() {
        return kind != Kind.NOT_POSSIBLE;
    }

    boolean isAbsence() {
        return kind == Kind.AUTHORISED || kind == Kind.UNAUTHORISED;
    }

    public String code() {
        return code;
    }

    public Kind kind() {
        return kind;
    }
}
