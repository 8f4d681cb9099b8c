package org.bellwether.release.site.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bellwether.release.site.chart.Figure;
import org.bellwether.release.site.chart.Row;

/** Makes of the answer to a panel's question what its template shows. */
final class PanelMaker {

    private final String id;
    private final Panel panel;
    private final List<Row> rows;
    private final Commentary commentary;

    /** @param rows its answer for this page */
    PanelMaker(String id, Panel panel, List<Row> rows, Commentary commentary) {
        this.id = id;
        this.panel = panel;
        this.rows = rows;
        this.commentary = commentary;
    }

    /** @return empty where there is nothing to show and nothing is to be said of it */
    Optional<PanelView> view(String csv) {
        if (rows.isEmpty()) {
            return Optional.ofNullable(panel.empty()).map(message -> message(id, panel, message));
        }
        if (panel.sentences()) {
            SentenceMaker sentence = new SentenceMaker(new TableMaker(panel));
            List<PanelView.Sentence> sentences = rows.stream().map(sentence::sentence).toList();
            return Optional.of(new PanelView(id, panel.title(), panel.lead(), sentences, List.of(), null, null, false, false, panel.note(), null));
        }
        TableMaker tables = new TableMaker(panel);
        return Optional.of(new PanelView(id, panel.title(), panel.lead(), List.of(), charts(tables), tables.table(rows), csv, panel.narrow(),
                panel.open() || panel.chart() == null, panel.note(), null));
    }

    static PanelView message(String id, Panel panel, String message) {
        return new PanelView(id, panel.title(), panel.lead(), List.of(), List.of(), null, null, false, false, panel.note(), message);
    }

    private List<PanelView.Chart> charts(TableMaker tables) {
        if (panel.chart() == null) {
            return List.of();
        }
        List<String> missing = panel.chart().columns().stream().filter(column -> !rows.get(0).has(column)).sorted().toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("Its query lacks " + String.join(", ", missing));
        }
        Map<String, List<Row>> parted = rows.stream().collect(Collectors.groupingBy(row -> row.text("chart", ""), LinkedHashMap::new, Collectors.toList()));
        List<PanelView.Chart> charts = new ArrayList<>();
        parted.forEach((title, own) -> {
            Row first = own.get(0);
            Figure.Unit unit = tables.unit(first);
            String name = title.isEmpty() ? panel.title() : title;
            String words = unit.words().isEmpty() ? name : name + ", " + unit.words();
            charts.add(new PanelView.Chart(id + "-" + charts.size(), title.isEmpty() ? null : title, first.text("lead"), first.text("tag"), first.text("tag_style", "grey"),
                    panel.chart().draw(words, own, unit, panel.size(), panel.narrow()), commentary.last(first.text("comment_on"))));
        });
        return charts;
    }
}
