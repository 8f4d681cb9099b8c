package org.bellwether.batch.receive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.bellwether.home.Folders;

/** The flat files of a small school census, as text. */
public final class Census {

    public static final String PUPIL_HEADER = "pupilonrolltableid,NativeId,dob,surname,forename,upn,formerupn,sex,entrydate,parttime,topupfunding,"
            + "termlysessionspossible,senunitindicator,resourcedprovisionindicator,servicechild,language,enrolstatus,boarder,plaa,"
            + "senprovision,ncyearactual,ethnicity,youngcarer\n";

    public static final String XML = "8992001_SC3_899LL24_002.xml";

    private Census() {
    }

    /** A pupil on roll that breaks no rule, of this school. */
    public static String pupil(int number, String school) {
        return String.join(",", "P" + number, school, "2015-Feb-12 00:00:00", Given.surname(number), "Given" + number, Given.upn(number), "", "F",
                "2020-Sep-03 00:00:00", "False", "False", "140", "False", "False", "N", "ENG", "C", "N", "N", "N", "5", "WBRI", "N") + "\n";
    }

    public static String pupils(String school, int... numbers) {
        return PUPIL_HEADER + Arrays.stream(numbers).mapToObj(number -> pupil(number, school)).reduce("", String::concat);
    }

    /** The files of one school's autumn census of 2024, every table among them, or its one XML. */
    static void dropFiles(ReceivingFixture home, String ending) {
        for (Path file : Folders.list(ReceivingFixture.PROJECT.root().resolve("jobs/src/test/resources/org/bellwether/batch/receive/census"))) {
            if (file.getFileName().toString().endsWith(ending)) {
                home.drop(file.getFileName().toString(), text(file));
            }
        }
    }

    public static String xml() {
        return text(ReceivingFixture.PROJECT.root().resolve("jobs/src/test/resources/org/bellwether/batch/receive/census/" + XML));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public static String header(String school, int serial) {
        return "schoolcensustableid,NativeId,collection,term,year,referencedate,sourcelevel,lea,estab,urn,softwarecode,release,serialno,datetime\n"
                + String.join(",", "S1", school, "School Census", "SPR", "2025", "2025-Jan-16 00:00:00", "S", school.substring(0, 3),
                        school.substring(3), "990001", "SYNTH", "1", Integer.toString(serial), "2025-Jan-17 09:12:00") + "\n";
    }
}
