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

    private static final String VERSION = "META-INF/maven/org.webjars.npm/%s/pom.properties";
    private static final String FRONTEND = "META-INF/resources/webjars/govuk-frontend/%s/dist/govuk/govuk-frontend.min.css";
    private static final String HTMX = "META-INF/resources/webjars/htmx.org/%s/dist/htmx.min.js";
    private static final String FONT_FACE = "@font-face\\{[^}]*}";
    private static final String FETCHED = "url\\([^)]*\\)";
    private static final String FONT = "GDS Transport";

    private SiteAssets() {
    }

    /** @param folder made if absent */
    public static void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("govuk-frontend.css"), frontendStyles());
        Files.write(folder.resolve("bellwether.css"), pageStyles());
    }

    /** GOV.UK Frontend's, without what it would fetch. */
    public static byte[] frontendStyles() throws IOException {
        return frontend().getBytes(StandardCharsets.UTF_8);
    }

    /** Ours over it, with those of charts. */
    public static byte[] pageStyles() {
        return (resource("site/bellwether.css") + charts()).getBytes(StandardCharsets.UTF_8);
    }

    /** What the console's pages have beside them. */
    public static byte[] consoleStyles() {
        return resource("site/console.css").getBytes(StandardCharsets.UTF_8);
    }

    /** The script by which a part of a page updates itself. */
    public static byte[] htmx() throws IOException {
        return resource(HTMX.formatted(version("htmx.org"))).getBytes(StandardCharsets.UTF_8);
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
        return resource(FRONTEND.formatted(version("govuk-frontend"))).replaceAll(FONT_FACE, "").replaceAll(FETCHED, "none")
                .replace(FONT, "Arial");
    }

    private static String version(String webjar) throws IOException {
        Properties properties = new Properties();
        try (InputStream stream = open(VERSION.formatted(webjar))) {
            properties.load(stream);
        }
        return properties.getProperty("version");
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
