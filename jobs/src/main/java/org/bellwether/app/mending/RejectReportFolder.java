package org.bellwether.app.mending;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.bellwether.config.Shown;
import org.bellwether.home.Folders;
import org.bellwether.release.site.SiteTemplates;

/** What one school has to mend in one return: all of it as CSV, and a page to print of the first of it. */
final class RejectReportFolder implements AutoCloseable {

    static final String CSV = "rejects.csv";
    static final String PAGE = "rejects.html";
    /** Of rows that name no school: the authority finds out. */
    static final String AUTHORITY = "authority";

    private static final List<String> COLUMNS = List.of("file", "row", "upn", "field", "what_is_wrong", "why_it_matters", "how_to_mend_it", "rule", "received_on", "submission");
    /** More than these nobody mends from paper. */
    private static final int PRINTED = 500;

    private final Path folder;
    private final String title;
    private final Integer school;
    private final SiteTemplates templates;
    private final Writer out;
    private final CSVPrinter printer;
    private final List<OpenReject> printed = new ArrayList<>();
    private long size;

    /** @param root folder of all reports */
    RejectReportFolder(Path root, OpenReject first, String title, SiteTemplates templates) throws IOException {
        this.folder = Folders.createPrivate(Folders.createPrivate(root.resolve(first.returnName())).resolve(school(first)));
        this.title = title;
        this.school = first.school();
        this.templates = templates;
        this.out = Files.newBufferedWriter(folder.resolve(CSV), StandardCharsets.UTF_8);
        this.printer = new CSVPrinter(out, CSVFormat.RFC4180.builder().setHeader(COLUMNS.toArray(String[]::new)).get());
    }

    static String school(OpenReject reject) {
        return reject.school() == null ? AUTHORITY : reject.school().toString();
    }

    void add(OpenReject one) throws IOException {
        printer.printRecord(Shown.cell(one.file()), one.line(), Shown.cell(one.upn()), Shown.cell(one.field()), Shown.cell(one.message()),
                Shown.cell(one.why()), Shown.cell(one.remedy()), one.rule(), one.receivedOn(), one.submission());
        size++;
        if (printed.size() < PRINTED) {
            printed.add(one);
        }
    }

    @Override
    public void close() throws IOException {
        try (out) {
            printer.flush();
        }
        String page = templates.html("mending/rejects", Map.of("title", title, "school", school == null ? "" : school.toString(), "rejects", printed, "more", size - printed.size()));
        Files.writeString(folder.resolve(PAGE), page);
    }
}
