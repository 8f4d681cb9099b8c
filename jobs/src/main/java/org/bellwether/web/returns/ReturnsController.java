package org.bellwether.web.returns;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bellwether.app.status.Status;
import org.bellwether.app.violation.ViolationList;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.contract.Rule;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.contract.sheet.ContractSheet;
import org.bellwether.engine.DuckDb;
import org.bellwether.home.Home;
import org.bellwether.staging.shape.ShapeReport;
import org.bellwether.web.command.Commands;
import org.bellwether.web.command.RunningCommand;
import org.bellwether.web.page.HomeStatus;
import org.bellwether.web.page.Notices;
import org.bellwether.web.security.Person;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What has come, what was wrong with it and how it is mended. */
@Controller
class ReturnsController {

    private static final Settings.Engine SMALL = new Settings.Engine("128MB", 1);
    private static final int SHOWN = 100;

    private final Project project;
    private final Home home;
    private final HomeStatus status;
    private final ContractCatalog catalog;
    private final Commands commands;

    ReturnsController(Project project, Home home, HomeStatus status, ContractCatalog catalog, Commands commands) {
        this.project = project;
        this.home = home;
        this.status = status;
        this.catalog = catalog;
        this.commands = commands;
    }

    @GetMapping("/returns")
    String returns(@RequestParam(name = "return", required = false) String name, @RequestParam(required = false) String state, Model model) {
        List<Status.SubmissionStatus> all = status.status().map(Status::submissions).orElse(List.of());
        List<Status.SubmissionStatus> shown = all.stream().filter(one -> name == null || name.isBlank() || name.equals(one.returnName()))
                .filter(one -> state == null || state.isBlank() || one.state().label().equals(state))
                .sorted(Comparator.comparing(Status.SubmissionStatus::receivedAt).thenComparing(Status.SubmissionStatus::id).reversed()).toList();
        model.addAttribute("lines", lines(all));
        model.addAttribute("count", shown.size());
        model.addAttribute("submissions", shown.stream().limit(SHOWN).toList());
        model.addAttribute("states", all.stream().map(one -> one.state().label()).distinct().sorted().toList());
        model.addAttribute("name", name == null ? "" : name);
        model.addAttribute("state", state == null ? "" : state);
        return "console/returns";
    }

    private List<ReturnLine> lines(List<Status.SubmissionStatus> all) {
        Map<String, List<Status.SubmissionStatus>> live = all.stream().filter(one -> one.state().isAccepted())
                .collect(Collectors.groupingBy(Status.SubmissionStatus::returnName, TreeMap::new, Collectors.toList()));
        return catalog.returns().stream().map(contract -> {
            List<Status.SubmissionStatus> own = live.getOrDefault(contract.name(), List.of());
            return new ReturnLine(contract.name(), contract.title(), own.stream().map(Status.SubmissionStatus::receivedAt).max(Instant::compareTo).orElse(null),
                    own.size(), own.stream().mapToLong(one -> one.accepted() == null ? 0 : one.accepted()).sum(),
                    own.stream().mapToLong(one -> one.rejected() == null ? 0 : one.rejected()).sum());
        }).sorted(Comparator.comparing(ReturnLine::name)).toList();
    }

    /** What its files have to look like; a day that is none is today. */
    @GetMapping("/returns/contracts/{name}")
    String contract(@PathVariable String name, @RequestParam(required = false) String on, Model model) {
        if (!catalog.names().contains(name)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("sheet", ContractSheet.of(catalog, name, day(on)));
        return "console/contract";
    }

    private static LocalDate day(String text) {
        try {
            return text == null || text.isBlank() ? LocalDate.now(Settings.LONDON) : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return LocalDate.now(Settings.LONDON);
        }
    }

    @GetMapping("/returns/submissions/{id}")
    String submission(@PathVariable String id, Model model) {
        Status.SubmissionStatus one = find(id);
        List<SubmissionPage.BrokenRule> rules = new ArrayList<>();
        one.rules().forEach((rule, rows) -> {
            Optional<Rule> known = catalog.hasRule(rule) ? Optional.of(catalog.rule(rule)) : Optional.empty();
            rules.add(new SubmissionPage.BrokenRule(rule, rows, known.map(Rule::message).orElse("A rule of another version"),
                    known.map(Rule::why).orElse(""), known.map(Rule::fix).orElse("")));
        });
        rules.sort(Comparator.comparingLong(SubmissionPage.BrokenRule::rows).reversed());
        Optional<ShapeReport> shape = one.returnName() == null ? Optional.empty() : ShapeReport.in(home.landing(one.returnName(), one.id()));
        model.addAttribute("page", new SubmissionPage(one, rules, shape.map(ShapeReport::before).orElse(null), shape.map(ShapeReport::drifts).orElse(List.of())));
        return "console/submission";
    }

    /** Every row with what is wrong in it, never what stood there: for whoever mends it. */
    @GetMapping("/returns/rejects/{id}.csv")
    void rejects(@PathVariable String id, HttpServletResponse response) throws SQLException, IOException {
        Status.SubmissionStatus one = find(id);
        response.setContentType("text/csv;charset=utf-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"rejects-" + one.id() + ".csv\"");
        try (DuckDb engine = DuckDb.memory(project, SMALL); Connection connection = engine.connection();
                Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
            ViolationList violations = new ViolationList(connection, catalog);
            violations.add(home, one, "true");
            violations.writeCsv(out);
        }
    }

    @PostMapping("/returns/submissions/{id}/withdraw")
    String withdraw(@PathVariable String id, @RequestParam String why, @ModelAttribute("person") Person person, RedirectAttributes next) {
        Status.SubmissionStatus one = find(id);
        RunningCommand done = commands.run("Withdraw " + one.id(), person.name(), List.of("withdraw", one.id(), "--by=" + person.name(), "--why=" + why));
        Notices.tell(next, done.isGood(), done.isGood() ? "Withdrawn" : "Not withdrawn", done.lines());
        return "redirect:/returns/submissions/" + one.id();
    }

    @PostMapping("/returns/restage")
    String restage(@RequestParam(name = "return") String name, @ModelAttribute("person") Person person) {
        if (!catalog.names().contains(name)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return "redirect:/commands/" + commands.start("Judge " + name + " again", person.name(), List.of("restage", name), Commands.NOTHING).id();
    }

    private Status.SubmissionStatus find(String id) {
        return status.status().map(Status::submissions).orElse(List.of()).stream().filter(one -> one.id().equals(id)).findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
