package org.bellwether.job;

import java.util.Arrays;

/** The flat files of a small school census, as text. */
final class Census {

    static final String PUPIL_HEADER = "pupilonrolltableid,NativeId,dob,surname,forename,upn,formerupn,sex,entrydate,parttime,topupfunding,"
            + "termlysessionspossible,senunitindicator,resourcedprovisionindicator,servicechild,language,enrolstatus,boarder,plaa,"
            + "senprovision,ncyearactual,ethnicity,youngcarer\n";

    private Census() {
    }

    /** A pupil on roll that breaks no rule, of this school. */
    static String pupil(int number, String school) {
        return String.join(",", "P" + number, school, "2015-Feb-12 00:00:00", Given.surname(number), "Given" + number, Given.upn(number), "", "F",
                "2020-Sep-03 00:00:00", "False", "False", "140", "False", "False", "N", "ENG", "C", "N", "N", "K", "5", "WBRI", "N") + "\n";
    }

    static String pupils(String school, int... numbers) {
        return PUPIL_HEADER + Arrays.stream(numbers).mapToObj(number -> pupil(number, school)).reduce("", String::concat);
    }

    static String header(String school, int serial) {
        return "schoolcensustableid,NativeId,collection,term,year,referencedate,sourcelevel,lea,estab,urn,softwarecode,release,serialno,datetime\n"
                + String.join(",", "S1", school, "School Census", "SPR", "2025", "2025-Jan-16 00:00:00", "S", school.substring(0, 3),
                        school.substring(3), "990001", "SYNTH", "1", Integer.toString(serial), "2025-Jan-17 09:12:00") + "\n";
    }
}
