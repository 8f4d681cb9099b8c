package org.bellwether.release.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bellwether.home.Folders;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What is wrong with static pages: links that lead nowhere, anything that is fetched or run, what a reader of a screen would miss. */
public final class PageFaults {

    private final Map<Path, Document> read = new HashMap<>();
    private final List<String> faults = new ArrayList<>();

    /** @param folder with all pages of a tier */
    public static List<String> in(Path folder) {
        PageFaults pages = new PageFaults();
        List<Path> files = Folders.files(folder).stream().filter(file -> file.toString().endsWith(".html")).toList();
        if (files.isEmpty()) {
            return List.of("there is no page in it");
        }
        files.forEach(file -> pages.check(folder, file));
        return pages.faults;
    }

    private void check(Path folder, Path file) {
        Document page = page(file);
        String name = Folders.name(folder, file);
        for (Element run : page.select("script, [onclick], [onload], iframe, object, embed, form, base")) {
            faults.add(name + " has " + run.tagName());
        }
        for (Element reference : page.select("[href], [src], [action]")) {
            for (String attribute : List.of("href", "src", "action")) {
                if (reference.hasAttr(attribute)) {
                    reference(name, file, reference.attr(attribute));
                }
            }
        }
        if (!page.select("html").attr("lang").equals("en-GB") || page.title().isBlank() || page.select("h1").size() != 1 || page.select("main").size() != 1) {
            faults.add(name + " lacks its language, its title, its heading or its content");
        }
        List<String> ids = page.select("[id]").eachAttr("id");
        ids.stream().filter(id -> ids.indexOf(id) != ids.lastIndexOf(id)).distinct().forEach(id -> faults.add(name + " has " + id + " twice"));
        page.select("svg").stream().filter(svg -> svg.select("> title").isEmpty() || svg.select("> desc").text().isBlank())
                .forEach(svg -> faults.add(name + " has a chart without words"));
        page.select("svg text").stream().filter(text -> text.text().matches(".*(NaN|null|Infinity).*")).forEach(text -> faults.add(name + " draws " + text.text()));
        page.select("td, th, li").stream().filter(cell -> cell.ownText().equals("null")).forEach(cell -> faults.add(name + " says null"));
        if (page.text().contains("could not be made")) {
            faults.add(name + " has a panel that could not be made");
        }
    }

    private void reference(String name, Path file, String reference) {
        if (reference.equals("data:,")) {
            return;
        }
        if (reference.matches("^([a-z]+:|/).*")) {
            faults.add(name + " leads to " + reference);
            return;
        }
        String[] parts = reference.split("#", 2);
        Path target = parts[0].isEmpty() ? file : file.resolveSibling(URLDecoder.decode(parts[0], StandardCharsets.UTF_8)).normalize();
        if (!Files.isRegularFile(target)) {
            faults.add(name + " leads to " + reference + ", which is not there");
        } else if (parts.length == 2 && target.toString().endsWith(".html") && page(target).getElementById(parts[1]) == null) {
            faults.add(name + " leads to " + reference + ", where there is no such place");
        }
    }

    private Document page(Path file) {
        return read.computeIfAbsent(file, any -> {
            try {
                return Jsoup.parse(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
