package org.bellwether.release.site.report;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.bellwether.release.site.SiteAssets;
import org.bellwether.release.site.SiteTemplates;

/** The pages of a report's menu as one PDF for a board: tagged, with its fonts, the same bytes for the same figures. */
public final class BoardPack {

    /** @param audience who may read it, and what is hidden */
    public record Cover(String title, String subject, String day, String audience) {
    }

    /** A page of the menu. */
    public record Section(String id, String title, String lead, List<PanelView> panels) {
    }

    private static final String FONTS = "net/sf/jasperreports/fonts/dejavu/";
    private static final String FAMILY = "DejaVu Sans Condensed";
    private static final String CHART_FONT = ".bw-svg text { font-family: 'DejaVu Sans Condensed'; font-size: 12px; }";

    static {
        // It tells of each font and style on the console.
        XRLog.setLoggingEnabled(false);
    }

    private final SiteTemplates templates;

    BoardPack(SiteTemplates templates) {
        this.templates = templates;
    }

    /** @param asOf when what it tells was known: the moment that the file names as its own */
    void write(Path file, Cover cover, List<Section> sections, Instant asOf) throws IOException {
        String html = templates.html("report/pack", Map.of("cover", cover, "sections", sections, "style", SiteAssets.boardPack(),
                "chartStyle", SiteAssets.charts() + CHART_FONT));
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode().usePdfUaAccessibility(true).useSVGDrawer(new BatikSVGDrawer()).withHtmlContent(html, null);
        builder.useFont(() -> font("DejaVuSansCondensed.ttf"), FAMILY, 400, FontStyle.NORMAL, true);
        builder.useFont(() -> font("DejaVuSansCondensed-Bold.ttf"), FAMILY, 700, FontStyle.NORMAL, true);
        try (PDDocument document = new PDDocument(); PdfBoxRenderer renderer = builder.usePDDocument(document).buildPdfRenderer();
                OutputStream out = Files.newOutputStream(file)) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            GregorianCalendar moment = GregorianCalendar.from(asOf.atZone(ZoneOffset.UTC));
            document.getDocumentInformation().setCreationDate(moment);
            document.getDocumentInformation().setModificationDate(moment);
            document.setDocumentId(asOf.getEpochSecond());
            document.save(out);
        }
    }

    private static InputStream font(String name) {
        return BoardPack.class.getClassLoader().getResourceAsStream(FONTS + name);
    }
}
