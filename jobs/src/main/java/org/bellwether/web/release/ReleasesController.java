package org.bellwether.web.release;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bellwether.home.Home;
import org.bellwether.release.compare.ReleaseDifference;
import org.bellwether.release.compare.ReleaseSummary;
import org.bellwether.release.store.HeldReleases;
import org.bellwether.release.store.Manifest;
import org.bellwether.release.store.Release;
import org.bellwether.release.store.ReleaseDecision;
import org.bellwether.release.store.ReleaseDraft;
import org.bellwether.release.store.ReleaseId;
import org.bellwether.release.store.ReleaseStore;
import org.bellwether.release.store.ReleaseTrail;
import org.bellwether.web.command.CommandAnswer;
import org.bellwether.web.command.Commands;
import org.bellwether.web.command.RunningCommand;
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

/** The releases of the home: what is in them, what changed between two, and what people decide about them. */
@Controller
class ReleasesController {

    private static final String TO_LIST = "redirect:/releases";

    private final Home home;
    private final Commands commands;

    ReleasesController(Home home, Commands commands) {
        this.home = home;
        this.commands = commands;
    }

    @GetMapping("/releases")
    String releases(Model model) throws IOException {
        Map<ReleaseId, ReleaseDecision> pins = new ReleaseTrail(home).pins();
        List<ReleaseLine> lines = new ArrayList<>();
        for (Release release : new ReleaseStore(home).list()) {
            Optional<Manifest> manifest = Manifest.readWhole(release.folder());
            lines.add(new ReleaseLine(release.id().toString(), manifest.map(Manifest::asOf).orElse(null), manifest.map(Manifest::startedBy).orElse(null), release.isCurrent(),
                    release.isPruned(), Optional.ofNullable(pins.get(release.id())).map(pin -> pin.by() + ": " + pin.why()).orElse(null), manifest.map(Manifest::contentHash).orElse(null)));
        }
        Collections.reverse(lines);
        model.addAttribute("releases", lines);
        model.addAttribute("held", new HeldReleases(home).held().map(held -> held.id().toString()).orElse(null));
        return "console/releases";
    }

    @GetMapping("/releases/{id}")
    String release(@PathVariable String id, Model model) throws IOException {
        Release release = new ReleaseStore(home).list().stream().filter(one -> one.id().toString().equals(id)).findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("release", release);
        model.addAttribute("isPinned", new ReleaseTrail(home).pins().containsKey(release.id()));
        model.addAttribute("manifest", Manifest.readWhole(release.folder()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        return "console/release";
    }

    @GetMapping("/releases/diff")
    String diff(@RequestParam String from, @RequestParam String to, @RequestParam(defaultValue = "false") boolean restricted, @ModelAttribute("person") Person person, Model model) {
        if (restricted && !person.isAnalyst()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        List<String> arguments = new ArrayList<>(List.of("releases", "diff", "--json", named(from), named(to)));
        if (restricted) {
            arguments.add("--restricted");
        }
        CommandAnswer answer = commands.ask(arguments);
        model.addAttribute("difference", answer.as(ReleaseDifference.class).orElse(null));
        model.addAttribute("problems", answer.problems());
        return "console/diff";
    }

    /** An id and nothing that the command line would take for an option. */
    private static String named(String id) {
        return ReleaseId.parse(id).map(ReleaseId::toString).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @GetMapping("/releases/held")
    String held(Model model) {
        if (new HeldReleases(home).held().isEmpty()) {
            return TO_LIST;
        }
        CommandAnswer answer = commands.ask(List.of("releases", "review", "--json"));
        model.addAttribute("summary", answer.as(ReleaseSummary.class).orElse(null));
        model.addAttribute("problems", answer.problems());
        return "console/held";
    }

    @PostMapping("/releases/decide/approve")
    String approve(@RequestParam String id, @RequestParam String why, @ModelAttribute("person") Person person, RedirectAttributes next) {
        Optional<ReleaseDraft> held = new HeldReleases(home).held().filter(one -> one.id().toString().equals(id));
        if (held.isPresent() && person.name().equalsIgnoreCase(Manifest.read(held.get().folder()).startedBy())) {
            Notices.tell(next, false, "You started the run that made this release: somebody else has to approve it", List.of());
            return "redirect:/releases/held";
        }
        return decided("Approve " + named(id), List.of("releases", "approve", named(id), "--by=" + person.name(), "--why=" + why), person, next);
    }

    @PostMapping("/releases/decide/pin")
    String pin(@RequestParam String id, @RequestParam String why, @ModelAttribute("person") Person person, RedirectAttributes next) {
        return decided("Pin " + named(id), List.of("releases", "pin", named(id), "--by=" + person.name(), "--why=" + why), person, next);
    }

    @PostMapping("/releases/decide/unpin")
    String unpin(@RequestParam String id, @RequestParam String why, @ModelAttribute("person") Person person, RedirectAttributes next) {
        return decided("Unpin " + named(id), List.of("releases", "unpin", named(id), "--by=" + person.name(), "--why=" + why), person, next);
    }

    @PostMapping("/releases/decide/rollback")
    String rollback(@RequestParam String id, @ModelAttribute("person") Person person, RedirectAttributes next) {
        return decided("Take readers back to " + named(id), List.of("rollback", named(id)), person, next);
    }

    @PostMapping("/releases/decide/reissue")
    String reissue(@RequestParam String id, @ModelAttribute("person") Person person) {
        return "redirect:/commands/" + commands.start("Issue " + named(id) + " again", person.name(), List.of("releases", "reissue", named(id)), Commands.NOTHING).id();
    }

    private String decided(String title, List<String> arguments, Person person, RedirectAttributes next) {
        RunningCommand done = commands.run(title, person.name(), arguments);
        boolean isDone = done.exitCode().filter(code -> code == 0 || code == 5).isPresent();
        Notices.tell(next, isDone, title + ": " + done.outcome(), done.lines());
        return TO_LIST;
    }
}
