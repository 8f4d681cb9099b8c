package org.bellwether.release.site.report;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bellwether.release.site.chart.ChartKind;

/**
 * A part of a page: one question to the marts, and how its answer is shown.
 *
 * <p>A query has the columns that the chart names. Beside them {@code chart} parts its rows into charts of that title, each of which may have a
 * {@code lead}, a {@code tag} with a {@code tag_style}, a {@code unit} and {@code dp} of its own, and a comment
 * of the home's, on {@code comment_on}; {@code sentence} and {@code tone}
 * ({@code good}, {@code near}, {@code bad} or {@code none}) are sentences, in which the name of a column in braces stands for its figure; {@code href} is where the first column of the table leads to.
 *
 * @param lead      a sentence below the title
 * @param chart     null where there is only the table, or sentences
 * @param unit      of its figures, {@code %}, {@code GBP}, {@code pp} or a noun
 * @param dp        their decimal places
 * @param size      what the size of a funnel is of
 * @param narrow    whether its charts stand beside one another
 * @param sentences whether the query gives sentences
 * @param open      whether the table is seen without being asked for
 * @param columns   columns of the table, and what their heads say
 * @param note      what must be known to read it
 * @param empty     what stands there where the query gives no row; where it is not said the panel is left out
 */
public record Panel(String title, String lead, @JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_VALUES) ChartKind chart, String unit, Integer dp,
        String size, Boolean narrow, Boolean sentences, Boolean open, Map<String, String> columns, String note, String empty, String query) {

    public Panel {
        unit = unit == null ? "" : unit;
        dp = dp == null ? 0 : dp;
        narrow = Boolean.TRUE.equals(narrow);
        sentences = Boolean.TRUE.equals(sentences);
        open = Boolean.TRUE.equals(open);
        columns = columns == null ? new LinkedHashMap<>() : new LinkedHashMap<>(columns);
    }

    List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (title == null || query == null) {
            faults.add("needs a title and a query");
        }
        if (!sentences && columns.isEmpty()) {
            faults.add("needs columns: what its table shows, and the heads of it");
        }
        if (dp < 0 || dp > 6) {
            faults.add("needs dp, 0 to 6");
        }
        if (sentences && chart != null) {
            faults.add("is either sentences or a chart");
        }
        return faults;
    }
}
