package org.bellwether.release.format;

import java.util.List;
import org.bellwether.release.store.Manifest;

/** The published tier as a page for people: one self-contained file, without script or anything fetched. */
public final class CatalogPage {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en-GB">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>%1$s</title>
            <style>
            body { font: 16px/1.5 sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #0b0c0c }
            table { border-collapse: collapse; width: 100%% }
            th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid #b1b4b6 }
            code { font-size: .9em }
            </style>
            </head>
            <body>
            <h1>%1$s</h1>
            <p>What was known at %2$s. Disclosure rules %3$s. Methodology <code>%4$s</code>.</p>
            <p>A figure that would tell of few children has no value and the status <code>c</code>;
            <code>z</code> is not applicable, <code>x</code> not available, <code>low</code> is more than 0
            and rounds to it.</p>
            <p><strong>%5$s</strong></p>
            <nav><ul>
            %6$s</ul></nav>
            %7$s</body>
            </html>
            """;

    private CatalogPage() {
    }

    public static String text(PublishedContents contents) {
        StringBuilder links = new StringBuilder();
        StringBuilder sections = new StringBuilder();
        describe(contents.marts(), "marts", links, sections);
        describe(contents.dimensions(), "dims", links, sections);
        if (!contents.ees().isEmpty()) {
            sections.append("<section><h2>EES tables</h2>\n<ul>\n");
            contents.ees().forEach(file -> sections.append("<li><a href=\"../ees/").append(escaped(file)).append("\">")
                    .append(escaped(file)).append("</a></li>\n"));
            sections.append("</ul></section>\n");
        }
        return PAGE.formatted("Inclusion marts of local authority " + contents.la(),
                escaped(contents.asOf().toString()), escaped(contents.disclosure()), escaped(contents.methodology()),
                escaped(Manifest.AUDIENCE), links, sections);
    }

    private static void describe(List<Table> tables, String folder, StringBuilder links, StringBuilder sections) {
        for (Table table : tables) {
            String name = escaped(table.name());
            links.append("<li><a href=\"#").append(name).append("\">").append(name).append("</a></li>\n");
            sections.append("<section id=\"").append(name).append("\"><h2>").append(name).append("</h2>\n<p>")
                    .append(escaped(table.comment())).append(" <a href=\"../").append(folder).append('/').append(name)
                    .append(".parquet\">Parquet</a></p>\n<table>\n")
                    .append("<tr><th>Column</th><th>Type</th><th>Meaning</th></tr>\n");
            for (Table.Column column : table.columns()) {
                sections.append("<tr><td><code>").append(escaped(column.name())).append("</code></td><td>")
                        .append(escaped(column.type())).append("</td><td>").append(escaped(column.comment()))
                        .append("</td></tr>\n");
            }
            sections.append("</table></section>\n");
        }
    }

    private static String escaped(String text) {
        return text == null ? "" : text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
                .replace("\"", "&quot;").replace("'", "&#39;");
    }
}
