package org.bellwether.sample.census;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bellwether.sample.attendance.Mark;
import org.bellwether.sample.census.CensusChild.CensusExclusion;
import org.bellwether.sample.council.NcYear;
import org.bellwether.sample.council.Phase;
import org.bellwether.sample.council.Pupil;
import org.bellwether.sample.council.Scenario;
import org.bellwether.sample.council.School;
import org.bellwether.sample.file.CsvFile;

/** Writes one census of many schools as COLLECT gives it to a council: a set of flat tables, one file each. */
final class CensusCsvWriter implements Closeable {

    private final Path folder;
    private final Census census;
    private final boolean withDecimals;
    private final Map<String, CsvFile> tables = new TreeMap<>();
    private final Map<String, Long> identities = new TreeMap<>();

    CensusCsvWriter(Path folder, Census census) {
        this.folder = folder;
        this.census = census;
        this.withDecimals = census.isAutumn();
    }

    void school(School school, int serial) throws IOException {
        String id = source(school);
        write("schoolcensus", row().text("schoolcensustableid", id).text("NativeId", school.laestab())
                .text("schoolcensusorderseqcolumn", 1).text("sourceid", source(school)).text("name", school.name())
                .text("collection", "SC").text("term", census.term()).text("year", census.day().getYear())
                .date("referencedate", census.day()).text("serialno", serial).text("sourcelevel", "L")
                .text("estab", school.establishment()).text("softwarecode", "SYNTH")
                .date("datetime", census.day().plusDays(6)).text("release", "1.0").blank("xversion")
                .text("lea", Scenario.LA_CODE).text("urn", school.urn(census.day())));
        write("school", row().text("schooltableid", next("school")).text("NativeId", school.laestab())
                .text("sourceid", source(school)).text("schoolcensustableid", id).text("schoolname", school.name())
                .text("phase", school.phase().census()).blank("type").text("governance", school.isAcademy() ? "CA" : "CO")
                .text("highestncyeargroup", NcYear.text(school.highYear()))
                .text("lowestncyeargroup", NcYear.text(school.phase().lowYear()))
                .text("intake", school.phase() == Phase.SPECIAL ? "SPEC" : "COMP").blank("email", "phoneno"));
    }

    void child(CensusChild child) throws IOException {
        String side = child.isOnRoll() ? "onroll" : "offroll";
        String parent = child.isOnRoll() ? "pupilonroll" : "pupilnolongeronroll";
        String id = (child.isOnRoll() ? "P" : "L") + next(parent);
        write(parent, child.isOnRoll() ? onRoll(child, id) : offRoll(child, id));
        exclusions(child, parent, id, "termlyexclusions" + side);
        sessions(child, parent, id, "termlysessiondetails" + side, child.term());
        sessions(child, parent, id, "summerhalfterm2sessiondetails" + side, child.secondHalf());
        if (child.isOnRoll()) {
            meals(child, id);
            needs(child, id);
            place(child, id);
            address(child, id);
        }
    }

    @Override
    public void close() throws IOException {
        for (CsvFile table : tables.values()) {
            table.close();
        }
    }

    private CensusRow onRoll(CensusChild child, String id) {
        CensusRow row = identity(child, "pupilonroll", id).date("entrydate", child.enrolment().entry())
                .text("pupilonrollorderseqcolumn", 1).text("sourceid", source(child.enrolment().school()))
                .text("schoolcensustableid", source(child.enrolment().school())).blank("hoursatsetting")
                .truth("schoollunchtaken", child.enrolment().pupil().hasMeals(census.day())).truth("parttime", false)
                .truth("topupfunding", child.hasTopUp());
        possible(row, child);
        row.truth("senunitindicator", false)
                .truth("resourcedprovisionindicator", child.isResourced())
                .blank("moveoffrollflag", "fundedhours", "missingaddress", "duplicatenotfunded");
        if (census.isAutumn()) {
            row.number("summerhalfterm2sessionspossible", CensusChild.possible(child.secondHalf()));
        }
        row.blank("extendedhours", "eligibilitycode", "dafindicator", "yssa").text("servicechild", "N")
                .text("language", child.enrolment().pupil().traits().language()).text("classtype", "O")
                .text("enrolstatus", child.status()).text("boarder", "N").text("plaa", child.adopted())
                .text("senprovision", child.sen()).text("ncyearactual", child.ncYear());
        if (census.isSpring()) {
            row.text("ethnicity", child.ethnicity()).text("youngcarer", child.carer());
        }
        return row.blank("eyppr", "eyppbf");
    }

    private CensusRow offRoll(CensusChild child, String id) {
        CensusRow row = identity(child, "pupilnolongeronroll", id).date("entrydate", child.enrolment().entry())
                .date("leavingdate", child.enrolment().leaving()).text("pupilnolongeronrollorderseqcolumn", 1)
                .text("sourceid", source(child.enrolment().school()))
                .text("schoolcensustableid", source(child.enrolment().school())).truth("parttime", false);
        possible(row, child);
        row.blank("moveonrollflag", "missingaddress");
        if (census.isAutumn()) {
            row.number("summerhalfterm2sessionspossible", CensusChild.possible(child.secondHalf()));
        }
        row.text("boarder", "N").text("language", child.enrolment().pupil().traits().language())
                .text("ncyearleaving", child.ncYear());
        return census.isSpring() ? row.text("ethnicity", child.ethnicity()) : row;
    }

    private CensusRow identity(CensusChild child, String table, String id) {
        Pupil pupil = child.enrolment().pupil();
        return row().text(table + "tableid", id).text("NativeId", child.enrolment().school().laestab())
                .date("dob", pupil.born()).text("surname", Invented.SURNAME).text("forename", Invented.forename(pupil))
                .blank("middlenames", "preferredsurname", "formersurname").text("upn", child.upn())
                .text("formerupn", child.formerUpn()).blank("uniquelearnernumber")
                .text(census.year().start() < 2023 ? "gender" : "sex", pupil.isBoy() ? "M" : "F");
    }

    private void possible(CensusRow row, CensusChild child) {
        row.number("termlysessionspossible", CensusChild.possible(child.term()));
        if (census.day().getYear() < 2025) {
            row.number("termlysessionsauthorised", CensusChild.absent(child.term(), Mark.Kind.AUTHORISED))
                    .number("termlysessionsunauthorised", CensusChild.absent(child.term(), Mark.Kind.UNAUTHORISED));
        }
    }

    private void exclusions(CensusChild child, String parent, String id, String table) throws IOException {
        int order = 1;
        for (CensusExclusion exclusion : child.exclusions()) {
            CensusRow row = part(child, parent, id, table, order++).date("startdate", exclusion.start());
            if (exclusion.category().equals("PERM")) {
                row.blank("sessions");
            } else {
                row.number("sessions", exclusion.sessions());
            }
            write(table, row.text("reason1", exclusion.reason(1)).text("reason2", exclusion.reason(2))
                    .text("reason3", exclusion.reason(3)).text("category", exclusion.category())
                    .text("senprovision", exclusion.sen()));
        }
    }

    private void sessions(CensusChild child, String parent, String id, String table, EnumMap<Mark, Integer> sessions)
            throws IOException {
        int order = 1;
        for (Map.Entry<Mark, Integer> entry : sessions.entrySet()) {
            write(table, part(child, parent, id, table, order++).number("sessions", entry.getValue())
                    .text("attendancereason", entry.getKey().code()));
        }
    }

    private void meals(CensusChild child, String id) throws IOException {
        if (child.showsMeals()) {
            write("fsmperiodsonroll", part(child, "pupilonroll", id, "fsmperiodsonroll", 1)
                    .date("fsmstartdate", child.enrolment().pupil().traits().mealsFrom()).date("fsmenddate", child.mealsEnd())
                    .text("ukcountry", "ENG"));
        }
    }

    private void needs(CensusChild child, String id) throws IOException {
        List<String> needs = child.need();
        for (int rank = 1; rank <= needs.size(); rank++) {
            write("senneeds", part(child, "pupilonroll", id, "senneeds", rank).text("sentyperank", rank)
                    .text("sentype", needs.get(rank - 1)));
        }
    }

    private void place(CensusChild child, String id) throws IOException {
        CensusChild.ArrangedPlace place = child.place();
        if (place != null) {
            write("schoolarrangedapdetailonroll", part(child, "pupilonroll", id, "schoolarrangedapdetailonroll", 1)
                    .text("urn", place.urn()).blank("ukprn").date("entrydate", place.entry())
                    .date("leavingdate", place.leaving()).text("apsessionsperweek", place.sessionsPerWeek())
                    .text("apsettingtype", place.setting()).text("placementreason", place.reason())
                    .text("senprovisionentry", child.sen()).blank("senprovisionleaving")
                    .text("apattendancepattern", place.pattern()).blank("applacementpostcode", "companynumber"));
        }
    }

    private void address(CensusChild child, String id) throws IOException {
        write("addressesonroll", part(child, "pupilonroll", id, "addressesonroll", 1)
                .blank("uniquepropertyreferencenumber")
                .text("postcode", Invented.postcode(child.enrolment().pupil())));
    }

    private CensusRow part(CensusChild child, String parent, String id, String table, int order) {
        School school = child.enrolment().school();
        return row().text(parent + "tableid", id).text("NativeId", school.laestab())
                .text(table + "tableid", next(table))
                .text(table + "orderseqcolumn", order).text("sourceid", source(school));
    }

    private void write(String table, CensusRow row) throws IOException {
        CsvFile csv = tables.get(table);
        if (csv == null) {
            String ending = table.contains("sessiondetails") ? ".csv.gz" : ".csv";
            csv = new CsvFile(folder.resolve(census.label() + "_" + table + ending), row.values.keySet().toArray(String[]::new));
            tables.put(table, csv);
        }
        csv.row(row.values.values().toArray());
    }

    private CensusRow row() {
        return new CensusRow(withDecimals);
    }

    private String source(School school) {
        return "S" + school.establishment();
    }

    private String next(String table) {
        return Long.toString(identities.merge(table, 1L, Long::sum));
    }
}
