package org.bellwether.sample.census;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bellwether.sample.attendance.Mark;
import org.bellwether.sample.census.CensusChild.ArrangedPlace;
import org.bellwether.sample.census.CensusChild.CensusExclusion;
import org.bellwether.sample.council.NcYear;
import org.bellwether.sample.council.Phase;
import org.bellwether.sample.council.Pupil;
import org.bellwether.sample.council.Scenario;
import org.bellwether.sample.council.School;
import org.bellwether.sample.file.XmlFile;

/** Writes one school's census return as its own system exports it: all who are on roll first, then those who left. */
final class CensusXmlWriter implements Closeable {

    private final XmlFile xml;
    private final Census census;
    private boolean isOnRoll = true;

    CensusXmlWriter(Path folder, Census census, School school, int serial) throws IOException {
        this.census = census;
        this.xml = new XmlFile(folder.resolve(census.xmlName(school, serial)));
        xml.open("Message").open("Header").open("CollectionDetails").leaf("Collection", "School Census")
                .leaf("Term", census.term()).leaf("Year", census.day().getYear()).leaf("ReferenceDate", census.day()).end();
        xml.open("Source").leaf("SourceLevel", "S").leaf("LEA", Scenario.LA_CODE).leaf("Estab", school.establishment())
                .leaf("URN", school.urn(census.day())).leaf("SoftwareCode", "SYNTH").leaf("Release", "1.0")
                .leaf("SerialNo", "00" + serial)
                .leaf("DateTime", census.day().plusDays(serial) + "T09:12:00").end();
        xml.open("Content").open("CBDSLevels").leaf("CBDSLevel", "School").leaf("CBDSLevel", "Pupil").end().end().end();
        xml.open("School").open("SchoolCharacteristics").leaf("SchoolName", school.name())
                .leaf("Phase", school.phase().census()).leaf("HighestNCyear", NcYear.text(school.highYear()))
                .leaf("LowestNCyear", NcYear.text(school.phase().lowYear()))
                .leaf("Intake", school.phase() == Phase.SPECIAL ? "SPEC" : "COMP")
                .leaf("Governance", school.isAcademy() ? "CA" : "CO").end().end();
        xml.open("Pupils").open("PupilsOnRoll");
    }

    /** @throws IllegalStateException where a child on roll comes after one who left */
    void child(CensusChild child) throws IOException {
        if (isOnRoll && !child.isOnRoll()) {
            xml.end().open("PupilsNoLongerOnRoll");
            isOnRoll = false;
        }
        if (isOnRoll != child.isOnRoll()) {
            throw new IllegalStateException("Children on roll come first");
        }
        String tag = isOnRoll ? "PupilOnRoll" : "PupilNoLongerOnRoll";
        xml.open(tag);
        identifiers(child);
        characteristics(child);
        status(child);
        needs(child);
        exclusions(child.exclusions());
        attendance(child);
        place(child);
        if (isOnRoll) {
            xml.open("HomeInformation").leaf("PostCode", Invented.postcode(child.enrolment().pupil())).end();
        }
        xml.end();
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }

    private void identifiers(CensusChild child) throws IOException {
        Pupil pupil = child.enrolment().pupil();
        xml.open("PupilIdentifiers").leaf("UPN", child.upn()).leaf("FormerUPN", child.formerUpn())
                .leaf("Surname", Invented.SURNAME).leaf("Forename", Invented.forename(pupil)).leaf("DOB", pupil.born())
                .leaf("Sex", pupil.isBoy() ? "M" : "F").end();
    }

    private void characteristics(CensusChild child) throws IOException {
        Pupil pupil = child.enrolment().pupil();
        xml.open("PupilCharacteristics");
        if (census.isSpring()) {
            xml.leaf("Ethnicity", child.ethnicity());
        }
        xml.leaf("Language", pupil.traits().language());
        if (isOnRoll) {
            xml.leaf("ServiceChild", "N").leaf("PLAA", child.adopted()).leaf("TopUpFunding", child.hasTopUp())
                    .leaf("SchoolLunchTaken", pupil.hasMeals(census.day()));
            if (census.isSpring()) {
                xml.leaf("YoungCarer", child.carer());
            }
            if (child.showsMeals()) {
                xml.open("FSMeligibility").open("FSMperiods").open("FSMperiod").leaf("FSMstartDate", pupil.traits().mealsFrom())
                        .leaf("FSMendDate", child.mealsEnd()).leaf("UKcountry", "ENG").end().end()
                        .end();
            }
        }
        xml.end();
    }

    private void status(CensusChild child) throws IOException {
        xml.open("PupilStatus");
        if (isOnRoll) {
            xml.leaf("EnrolStatus", child.status());
        }
        xml.leaf("EntryDate", child.enrolment().entry());
        if (!isOnRoll) {
            xml.leaf("LeavingDate", child.enrolment().leaving());
        }
        xml.leaf("Boarder", "N").leaf("PartTime", false)
                .leaf(isOnRoll ? "NCyearActual" : "NCyearLeaving", child.ncYear());
        if (isOnRoll) {
            xml.leaf("ClassType", "O");
        }
        xml.end();
    }

    private void needs(CensusChild child) throws IOException {
        if (!isOnRoll) {
            return;
        }
        xml.open("SpecialEducationalNeeds").leaf("SENprovision", child.sen()).leaf("SENunitIndicator", false)
                .leaf("ResourcedProvisionIndicator", child.isResourced());
        List<String> needs = child.need();
        if (!needs.isEmpty()) {
            xml.open("SENneeds");
            for (int rank = 1; rank <= needs.size(); rank++) {
                xml.open("SENneed").leaf("SENtypeRank", rank).leaf("SENtype", needs.get(rank - 1)).end();
            }
            xml.end();
        }
        xml.end();
    }

    private void exclusions(List<CensusExclusion> exclusions) throws IOException {
        if (exclusions.isEmpty()) {
            return;
        }
        xml.open("Exclusions");
        for (CensusExclusion exclusion : exclusions) {
            xml.open("TermlyExclusion").leaf("Category", exclusion.category()).leaf("Reason1", exclusion.reason(1))
                    .leaf("Reason2", exclusion.reason(2)).leaf("Reason3", exclusion.reason(3))
                    .leaf("StartDate", exclusion.start())
                    .leaf("Sessions", exclusion.category().equals("PERM") ? null : exclusion.sessions())
                    .leaf("SENprovision", exclusion.sen()).end();
        }
        xml.end();
    }

    private void attendance(CensusChild child) throws IOException {
        xml.open("Attendance");
        sessions("TermlyAttendance", child.term());
        if (census.isAutumn()) {
            sessions("SummerHalfTerm2Attendance", child.secondHalf());
        }
        xml.end();
    }

    private void sessions(String tag, EnumMap<Mark, Integer> sessions) throws IOException {
        xml.open(tag).leaf("SessionsPossible", CensusChild.possible(sessions)).open("SessionDetails");
        for (Map.Entry<Mark, Integer> entry : sessions.entrySet()) {
            xml.open("SessionDetail").leaf("AttendanceReason", entry.getKey().code())
                    .leaf("Sessions", entry.getValue()).end();
        }
        xml.end().end();
    }

    private void place(CensusChild child) throws IOException {
        ArrangedPlace place = child.place();
        if (place != null) {
            xml.open("SchoolArrangedAPDetails").open("SchoolArrangedAPDetail").leaf("URN", place.urn())
                    .leaf("EntryDate", place.entry()).leaf("LeavingDate", place.leaving())
                    .leaf("APsessionsPerWeek", place.sessionsPerWeek()).leaf("APsettingType", place.setting())
                    .leaf("PlacementReason", place.reason()).leaf("SENprovisionEntry", child.sen())
                    .leaf("APattendancePattern", place.pattern()).end().end();
        }
    }
}
