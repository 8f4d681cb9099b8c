package org.bellwether.release.site.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bellwether.release.site.chart.Row;

/** Sentences with figures in them: {@code {y}} in the text of a row stands for the figure in its column {@code y}. */
final class SentenceMaker {

    private static final Pattern COLUMN = Pattern.compile("\\{(\\w+)}");

    private final TableMaker tables;

    SentenceMaker(TableMaker tables) {
        this.tables = tables;
    }

    PanelView.Sentence sentence(Row row) {
        String text = row.text("sentence", "");
        List<TableView.Cell> parts = new ArrayList<>();
        Matcher column = COLUMN.matcher(text);
        int from = 0;
        while (column.find()) {
            parts.add(TableView.Cell.of(text.substring(from, column.start()), null));
            parts.add(TableView.Cell.of(row.figure(column.group(1)), tables.unit(row)));
            from = column.end();
        }
        parts.add(TableView.Cell.of(text.substring(from), null));
        return new PanelView.Sentence(parts, row.text("tone", "none"));
    }
}
