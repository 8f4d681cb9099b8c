package org.bellwether.web.privacy;

import java.util.ArrayList;
import java.util.List;
import org.bellwether.web.command.Commands;
import org.bellwether.web.command.RunningCommand;
import org.bellwether.web.security.Person;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Has what is held looked through, answered for, erased and taken away: for one pupil, or since it was kept long enough. */
@Controller
class HeldDataController {

    private final Commands commands;

    HeldDataController(Commands commands) {
        this.commands = commands;
    }

    /** @param upn of the pupil; it stands in no address, no list of processes and no log */
    @PostMapping("/privacy/pupil")
    String pupil(@RequestParam String upn, @RequestParam String what, @RequestParam String why, @ModelAttribute("person") Person person) {
        return switch (what) {
            case "subject" -> to(commands.startTelling("Gather what is held on a pupil", person.name(), ofPupil("subject", person, why, false), upn.strip()));
            case "erase" -> to(commands.startTelling("Erase a pupil", person.name(), ofPupil("forget", person, why, true), upn.strip()));
            default -> to(commands.startTelling("See what would be erased of a pupil", person.name(), ofPupil("forget", person, why, false), upn.strip()));
        };
    }

    @PostMapping("/privacy/purge")
    String purge(@RequestParam String what, @RequestParam String why, @ModelAttribute("person") Person person) {
        boolean isMeant = what.equals("erase");
        return to(commands.start(isMeant ? "Take away what was kept long enough" : "See what was kept long enough", person.name(), arguments("purge", person, why, isMeant), Commands.NOTHING));
    }

    private static List<String> arguments(String command, Person person, String why, boolean isMeant) {
        List<String> arguments = new ArrayList<>(List.of(command, "--by=" + person.name(), "--why=" + why));
        if (isMeant) {
            arguments.add("--erase");
        }
        return arguments;
    }

    /** A dash stands for the UPN, which the command reads from its standard input. */
    private static List<String> ofPupil(String command, Person person, String why, boolean isMeant) {
        List<String> arguments = arguments(command, person, why, isMeant);
        arguments.add("-");
        return arguments;
    }

    private static String to(RunningCommand command) {
        return "redirect:/commands/" + command.id();
    }
}
