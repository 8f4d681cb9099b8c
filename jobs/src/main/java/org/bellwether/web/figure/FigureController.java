package org.bellwether.web.figure;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.bellwether.app.explain.Explanation;
import org.bellwether.config.Shown;
import org.bellwether.engine.Sql;
import org.bellwether.release.site.chart.Row;
import org.bellwether.release.store.ReleaseFolder;
import org.bellwether.web.command.CommandAnswer;
import org.bellwether.web.command.Commands;
import org.bellwether.web.security.Person;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Figures for those who have no SQL: found, narrowed, charted, taken along, cited, and followed to where they came from. */
@Controller
class FigureController {

    /** A choice as an address has it, and nothing that leads elsewhere. */
    private static final Pattern BACK = Pattern.compile("column=[\\w.+%&=-]*");
    private static final String STANDING = "Published figures of this mart stand until the day on which they next move, and are explained once they do.";
    private static final int MOST = 1_000_000;

    private final FigurePages pages;
    private final FigureSearch search;
    private final Commands commands;

    FigureController(FigurePages pages, FigureSearch search, Commands commands) {
        this.pages = pages;
        this.search = search;
        this.commands = commands;
    }

    @GetMapping("/figures")
    String search(@RequestParam(name = "q", defaultValue = "") String words, @ModelAttribute("person") Person person, Model model) {
        model.addAttribute("words", words);
        model.addAttribute("found", search.find(words, person).stream().collect(Collectors.groupingBy(Found::kind, LinkedHashMap::new, Collectors.toList())));
        return "console/search";
    }

    @GetMapping({"/figures/{mart}", "/restricted/figures/{mart}"})
    String mart(@PathVariable String mart, @RequestParam Map<String, String> chosen, HttpServletRequest request, Model model) {
        model.addAttribute("page", pages.page(edition(request), mart, chosen));
        return "console/figures";
    }

    @GetMapping({"/figures/{mart}.csv", "/restricted/figures/{mart}.csv"})
    void csv(@PathVariable String mart, @RequestParam Map<String, String> chosen, HttpServletRequest request, HttpServletResponse response) {
        pages.ask(edition(request), mart, (shape, connection, folder) -> {
            List<String> columns = new ArrayList<>(shape.comments().keySet());
            List<Row> rows = FigureQuery.of(shape, chosen).rows(connection, columns, MOST);
            attached(response, "text/csv;charset=utf-8", mart + "-" + folder.root().getFileName() + ".csv");
            write(response, columns, rows);
            return null;
        });
    }

    /** A name or a label that a spreadsheet would take for a formula is none when it arrives. */
    private static void write(HttpServletResponse response, List<String> columns, List<Row> rows) {
        try (Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
                CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180.builder().setHeader(columns.toArray(String[]::new)).get())) {
            for (Row row : rows) {
                printer.printRecord(columns.stream().map(column -> row.values().get(column) instanceof String text ? Shown.cell(text) : row.text(column)).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole mart, the very file of the release. */
    @GetMapping({"/figures/{mart}.parquet", "/restricted/figures/{mart}.parquet"})
    void parquet(@PathVariable String mart, HttpServletRequest request, HttpServletResponse response) {
        Edition edition = edition(request);
        Path file = pages.ask(edition, mart, (shape, connection, folder) -> file(edition, folder, mart));
        try {
            attached(response, "application/vnd.apache.parquet", mart + ".parquet");
            response.setContentLengthLong(Files.size(file));
            Files.copy(file, response.getOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(Edition edition, ReleaseFolder folder, String mart) {
        return edition.isRestricted() ? folder.rows(folder.martsDatabase(), mart) : folder.publishedMarts().resolve(mart + ".parquet");
    }

    private static void attached(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        response.setHeader("Cache-Control", "no-store");
    }

    @GetMapping({"/figures/{mart}/explain", "/restricted/figures/{mart}/explain"})
    String explain(@PathVariable String mart, @RequestParam Map<String, String> chosen, HttpServletRequest request, Model model) throws SQLException {
        Edition edition = edition(request);
        String column = chosen.getOrDefault("column", "");
        String where = pages.ask(edition, mart, (shape, connection, folder) -> {
            if (!shape.figures().contains(column)) {
                throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            }
            return shape.grain().stream().map(label -> chosen.getOrDefault(label, "").isEmpty() ? Sql.identifier(label) + " is null"
                    : "cast(" + Sql.identifier(label) + " as varchar) = " + Sql.literal(chosen.get(label))).collect(Collectors.joining(" and "));
        });
        List<String> arguments = new ArrayList<>(List.of("explain", mart, column, "--where", where, "--json"));
        if (edition.isRestricted()) {
            arguments.add("--restricted");
        }
        boolean isStanding = !edition.isRestricted() && pages.isStanding(mart);
        CommandAnswer answer = isStanding ? new CommandAnswer(0, "", List.of(STANDING)) : commands.ask(arguments);
        model.addAttribute("explanation", answer.as(Explanation.class).orElse(null));
        model.addAttribute("problems", answer.problems());
        model.addAttribute("name", pages.name(edition, mart, column));
        model.addAttribute("back", edition.path() + "/" + mart + "?" + (BACK.matcher(chosen.getOrDefault("back", "")).matches() ? chosen.get("back") : "column=" + column));
        model.addAttribute("isRestricted", edition.isRestricted());
        return "console/explain";
    }

    private static Edition edition(HttpServletRequest request) {
        return request.getServletPath().startsWith(Edition.RESTRICTED.path()) ? Edition.RESTRICTED : Edition.PUBLISHED;
    }
}
