package org.bellwether.release.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * The stylesheets beside the pages of a release: GOV.UK Frontend's, and ours.
 *
 * <p>Its fonts and its crest are for services of gov.uk alone: pages have the fonts of the reader's machine, and nothing is fetched.
 */
public final class SiteAssets {

    private static final String WEBJAR = "META-INF/maven/org.webjars.npm/govuk-frontend/pom.properties";
    private static final String FRONTEND = "META-INF/resources/webjars/govuk-frontend/%s/dist/govuk/govuk-frontend.min.css";
    private static final String FONT_FACE = "@font-face\\{[^}]*}";
    private static final String FETCHED = "url\\([^)]*\\)";
    private static final String FONT = "GDS Transport";

    private SiteAssets() {
    }

    /** @param folder made if absent */
    public static void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("govuk-frontend.css"), frontend());
        Files.writeString(folder.resolve("bellwether.css"), resource("site/bellwether.css") + charts());
    }

    /** How the shapes of a chart look, for where a drawing stands without the stylesheets. */
    public static String charts() {
        return resource("site/charts.css");
    }

    /** How the PDF looks. */
    public static String boardPack() {
        return resource("site/board-pack.css");
    }

    private static String frontend() throws IOException {
        Properties webjar = new Properties();
        try (InputStream stream = open(WEBJAR)) {
            webjar.load(stream);
        }
        return resource(FRONTEND.formatted(webjar.getProperty("version"))).replaceAll(FONT_FACE, "").replaceAll(FETCHED, "none")
                .replace(FONT, "Arial");
    }

    private static String resource(String name) {
        try (InputStream stream = open(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) {
        InputStream stream = SiteAssets.class.getClassLoader().getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException("The program has no " + name);
        }
        return stream;
    }
}
