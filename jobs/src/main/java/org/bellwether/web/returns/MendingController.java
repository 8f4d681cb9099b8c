package org.bellwether.web.returns;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bellwether.app.mending.OpenReport;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Settings;
import org.bellwether.config.Shown;
import org.bellwether.contract.Rule;
import org.bellwether.contract.Waiver;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.contract.reader.WaiverReader;
import org.bellwether.home.Home;
import org.bellwether.web.command.Commands;
import org.bellwether.web.command.RunningCommand;
import org.bellwether.web.page.Notices;
import org.bellwether.web.security.Person;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What schools have to mend, the reports that go to them, and the rules that are not asked of some for a while. */
@Controller
class MendingController {

    private static final Map<String, MediaType> TYPES = Map.of("html", MediaType.valueOf("text/html;charset=utf-8"), "csv", MediaType.valueOf("text/csv;charset=utf-8"),
            "css", MediaType.valueOf("text/css;charset=utf-8"));

    private final Home home;
    private final ConfigFiles config;
    private final ContractCatalog catalog;
    private final Commands commands;

    MendingController(Home home, ConfigFiles config, ContractCatalog catalog, Commands commands) {
        this.commands = commands;
        this.home = home;
        this.config = config;
        this.catalog = catalog;
    }

    @GetMapping("/returns/mending")
    String mending(@RequestParam(name = "return", defaultValue = "") String name, @RequestParam(defaultValue = "") String school, Model model) {
        Optional<List<OpenReport>> written = OpenReport.read(home);
        List<OpenReport> all = written.orElse(List.of());
        List<OpenReport> shown = all.stream().filter(one -> name.isEmpty() || one.returnName().equals(name))
                .filter(one -> school.isEmpty() || String.valueOf(one.school()).equals(school)).toList();
        model.addAttribute("page", new MendingPage(written.isPresent(), all.stream().map(OpenReport::returnName).distinct().toList(),
                all.stream().map(OpenReport::school).filter(one -> one != null).distinct().sorted().toList(), shown, rules(shown), waivers(), name, school));
        return "console/mending";
    }

    private Map<String, String> rules(List<OpenReport> shown) {
        return shown.stream().flatMap(one -> one.rules().keySet().stream()).distinct()
                .collect(Collectors.toMap(rule -> rule, rule -> catalog.hasRule(rule) ? catalog.rule(rule).message() : "A rule of another version"));
    }

    private List<MendingPage.WaivedRule> waivers() {
        LocalDate today = LocalDate.now(Settings.LONDON);
        return new WaiverReader(config).read().stream().sorted(Comparator.comparing(Waiver::until).reversed().thenComparing(Waiver::name))
                .map(one -> new MendingPage.WaivedRule(one, Optional.of(one.rule()).filter(catalog::hasRule).map(catalog::rule).map(Rule::message).orElse(""),
                        one.holdsOn(today) ? "holds" : today.isBefore(one.from()) ? "not yet" : "ended")).toList();
    }

    @PostMapping("/returns/mending/waive")
    String waive(@RequestParam String rule, @RequestParam String schools, @RequestParam String until, @RequestParam String why, @ModelAttribute("person") Person person,
            RedirectAttributes next) {
        RunningCommand done = commands.run("Waive " + Shown.text(rule), person.name(), List.of("waive", "--school=" + schools.replaceAll("[ ,;]+", ","), "--until=" + until,
                "--by=" + person.name(), "--why=" + why, "--", rule.strip()));
        Notices.tell(next, done.isGood(), done.isGood() ? "Waived" : "Not waived", done.lines());
        return "redirect:/returns/mending#waivers";
    }

    /** A report as it goes to a school; it names pupils by their UPNs. */
    @GetMapping("/returns/mending/report/{name:[a-z0-9_]+}/{school:[0-9]{7}|authority}/{file:rejects[.](?:csv|html)}")
    ResponseEntity<byte[]> report(@PathVariable String name, @PathVariable String school, @PathVariable String file) throws IOException {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().header("Cache-Control", "no-store");
        if (file.endsWith(".csv")) {
            answer.header("Content-Disposition", "attachment; filename=\"rejects-" + name + "-" + school + ".csv\"");
        }
        return answer.contentType(TYPES.get(file.substring(file.lastIndexOf('.') + 1))).body(read(name + "/" + school + "/" + file));
    }

    /** What such a page looks like. */
    @GetMapping("/returns/mending/report/assets/{file:[a-z-]+[.]css}")
    ResponseEntity<byte[]> assets(@PathVariable String file) throws IOException {
        return ResponseEntity.ok().contentType(TYPES.get("css")).body(read("assets/" + file));
    }

    private byte[] read(String file) throws IOException {
        try {
            return Files.readAllBytes(home.rejectReports().resolve(file));
        } catch (NoSuchFileException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, e);
        }
    }
}
