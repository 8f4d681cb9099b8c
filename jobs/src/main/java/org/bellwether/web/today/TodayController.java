package org.bellwether.web.today;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bellwether.app.status.Status;
import org.bellwether.config.Shown;
import org.bellwether.contract.ReturnContract;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.home.HomeLock;
import org.bellwether.release.site.report.ReportWriter;
import org.bellwether.release.store.ReleaseFolder;
import org.bellwether.web.page.HomeStatus;
import org.bellwether.web.page.When;
import org.bellwether.web.run.Nights;
import org.bellwether.web.run.RunInProgress;
import org.bellwether.web.security.Person;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The first page: last night and this one, what is wrong and how it is mended, what waits, what has not come for long. */
@Controller
class TodayController {

    private static final int NIGHTS = 3;
    private static final int WAITING = 20;
    private static final Set<Integer> DAYS = Set.of(7, 14, 31);

    private final Home home;
    private final HomeStatus status;
    private final Problems problems;
    private final Postponements postponements;
    private final Nights nights;
    private final RunInProgress inProgress;
    private final ContractCatalog catalog;

    TodayController(Home home, HomeStatus status, Problems problems, Postponements postponements, Nights nights, RunInProgress inProgress, ContractCatalog catalog) {
        this.catalog = catalog;
        this.home = home;
        this.status = status;
        this.problems = problems;
        this.postponements = postponements;
        this.nights = nights;
        this.inProgress = inProgress;
    }

    @GetMapping("/")
    String today(Model model) throws IOException {
        model.addAttribute("run", inProgress.view().orElse(null));
        model.addAttribute("last", status.nights().stream().findFirst().orElse(null));
        model.addAttribute("next", HomeLock.isScheduled(home) ? nights.next(NIGHTS).stream().map(When::day).toList() : List.of());
        List<Postponement> left = postponements.list();
        List<Problem> all = problems.list();
        model.addAttribute("problems", all.stream().filter(one -> left.stream().noneMatch(later -> later.problem().equals(one.id()))).toList());
        model.addAttribute("postponed", left.stream().filter(later -> all.stream().anyMatch(one -> later.problem().equals(one.id()))).toList());
        model.addAttribute("waiting", waiting());
        model.addAttribute("fresh", freshness());
        model.addAttribute("hasPack", Files.isRegularFile(new ReleaseFolder(home.current()).report().resolve(ReportWriter.PACK)));
        return "console/today";
    }

    /** Leaves one for a while: it comes back by itself. */
    @PostMapping("/problems/postpone")
    String postpone(@RequestParam String problem, @RequestParam int days, @RequestParam String why, @ModelAttribute("person") Person person) throws IOException {
        if (why.isBlank() || !DAYS.contains(days)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        problems.list().stream().filter(one -> problem.equals(one.id())).findFirst().ifPresent(one -> postponements.add(one, days, person.name(), why));
        return "redirect:/";
    }

    @PostMapping("/problems/resume")
    String resume(@RequestParam String problem) {
        postponements.remove(problem);
        return "redirect:/";
    }

    /** The part that updates itself. */
    @GetMapping("/today/run")
    String run(Model model) {
        model.addAttribute("run", inProgress.view().orElse(null));
        return "console/run_now";
    }

    private List<String> waiting() {
        return Folders.files(home.inbox()).stream().map(file -> Shown.fileName(Folders.name(home.inbox(), file))).limit(WAITING).toList();
    }

    /** The longest ago first. */
    private List<Freshness> freshness() {
        Map<String, Instant> last = status.status().map(Status::submissions).orElse(List.of()).stream().filter(one -> one.state().isAccepted())
                .collect(Collectors.toMap(Status.SubmissionStatus::returnName, Status.SubmissionStatus::receivedAt, (one, other) -> one.isAfter(other) ? one : other, TreeMap::new));
        Map<String, String> titles = catalog.returns().stream().collect(Collectors.toMap(ReturnContract::name, ReturnContract::title));
        return last.entrySet().stream().map(one -> new Freshness(one.getKey(), titles.getOrDefault(one.getKey(), one.getKey()), one.getValue())).sorted(Comparator.comparing(Freshness::last)).toList();
    }
}
