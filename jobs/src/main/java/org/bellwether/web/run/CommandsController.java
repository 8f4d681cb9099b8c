package org.bellwether.web.run;

import java.util.List;
import org.bellwether.app.check.CheckReport;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people have had the console start: what it says, how it ended, and stopping it. */
@Controller
class CommandsController {

    private static final String TO_COMMAND = "redirect:/commands/";

    private final Commands commands;
    private final RunInProgress inProgress;

    CommandsController(Commands commands, RunInProgress inProgress) {
        this.commands = commands;
        this.inProgress = inProgress;
    }

    @PostMapping("/commands/{id}/stop")
    String stop(@PathVariable String id, @ModelAttribute("person") Person person, RedirectAttributes next) {
        RunningCommand command = find(id, person);
        commands.stop(command);
        Notices.tell(next, true, command.title() + " was asked to stop. What it has done stands, and the next night goes on from there.", List.of());
        return TO_COMMAND + id;
    }

    @GetMapping("/commands/{id}")
    String command(@PathVariable String id, @ModelAttribute("person") Person person, Model model) {
        RunningCommand command = find(id, person);
        model.addAttribute("command", command);
        model.addAttribute("report", command.answer(CheckReport.class).orElse(null));
        model.addAttribute("run", inProgress.view().filter(run -> id.equals(run.command())).orElse(null));
        return "console/command";
    }

    /** The part that updates itself. */
    @GetMapping("/commands/{id}/now")
    String commandNow(@PathVariable String id, @ModelAttribute("person") Person person, Model model) {
        command(id, person, model);
        return "console/command_now";
    }

    /** Officers see every one, others those that they have had started themselves. */
    private RunningCommand find(String id, Person person) {
        return commands.find(id).filter(one -> person.isOfficer() || one.by().equals(person.name())).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
