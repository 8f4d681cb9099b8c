package org.bellwether.web.returns;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.web.command.Commands;
import org.bellwether.web.command.RunningCommand;
import org.bellwether.web.page.Notices;
import org.bellwether.web.security.Person;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes files of a return from a browser: to be judged alone, to be taken in now, or to lie in the inbox until the night. */
@Controller
class UploadController {

    private static final Pattern UNWANTED = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}<>:\"/\\\\|?*]");
    private static final int LONGEST = 150;

    private final Home home;
    private final Commands commands;

    UploadController(Home home, Commands commands) {
        this.home = home;
        this.commands = commands;
    }

    @PostMapping("/returns/upload")
    String upload(@RequestParam("file") List<MultipartFile> files, @RequestParam("what") String what, @ModelAttribute("person") Person person, RedirectAttributes next)
            throws IOException {
        List<MultipartFile> sent = files.stream().filter(file -> !file.isEmpty()).toList();
        if (sent.isEmpty()) {
            Notices.tell(next, false, "Choose a file first; an empty one is not sent", List.of());
            return "redirect:/returns";
        }
        Path folder = Folders.createPrivate(home.uploads().resolve(UUID.randomUUID().toString()));
        List<Path> kept = keep(sent, folder);
        String names = String.join(", ", kept.stream().map(file -> file.getFileName().toString()).toList());
        return switch (what) {
            case "check" -> started(RunningCommand.CHECK + names, "check", kept, folder, person, Commands.NOTHING);
            case "receive" -> started(RunningCommand.TAKE_IN + names, "receive", kept, folder, person, ended -> dropWhereLockedOut(ended, kept));
            default -> {
                drop(kept);
                Folders.delete(folder);
                Notices.tell(next, true, "It lies in the inbox; the next night takes it in", kept.stream().map(file -> file.getFileName().toString()).toList());
                yield "redirect:/returns";
            }
        };
    }

    private String started(String title, String command, List<Path> files, Path folder, Person person, Consumer<RunningCommand> afterwards) {
        List<String> arguments = new ArrayList<>(List.of(command));
        files.forEach(file -> arguments.add(file.toString()));
        try {
            return "redirect:/commands/" + commands.start(title, person.name(), arguments, ended -> {
                afterwards.accept(ended);
                Folders.delete(folder);
            }).id();
        } catch (Commands.TooManyException e) {
            Folders.delete(folder);
            throw e;
        }
    }

    /** What could not be taken in now waits for the night: nobody has to send it twice. */
    private void dropWhereLockedOut(RunningCommand ended, List<Path> files) {
        if (ended.isLockedOut()) {
            try {
                drop(files);
                ended.say("What you sent lies in the inbox now; the next night takes it in.");
            } catch (IOException e) {
                ended.say("What you sent could not be put into the inbox either: send it again.");
            }
        }
    }

    private static List<Path> keep(List<MultipartFile> files, Path folder) throws IOException {
        List<Path> kept = new ArrayList<>();
        for (MultipartFile file : files) {
            Path to = free(folder, name(file.getOriginalFilename()));
            file.transferTo(to);
            kept.add(to);
        }
        return kept;
    }

    /** A sender's name for a file leads nowhere and is no hidden file. */
    static String name(String given) {
        String name = given == null ? "" : Normalizer.normalize(given, Normalizer.Form.NFC);
        name = UNWANTED.matcher(name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)).replaceAll("_").strip();
        while (name.startsWith(".") || name.startsWith("-")) {
            name = name.substring(1);
        }
        name = name.length() > LONGEST ? name.substring(name.length() - LONGEST) : name;
        return name.isBlank() ? "upload" : name;
    }

    /** By rename, so that a night sees a file whole or not at all; one of the same name is left alone. */
    private void drop(List<Path> files) throws IOException {
        Files.createDirectories(home.inbox());
        for (Path file : files) {
            Files.move(file, free(home.inbox(), file.getFileName().toString()));
        }
    }

    private static Path free(Path folder, String name) {
        Path path = folder.resolve(name);
        for (int n = 2; Files.exists(path); n++) {
            path = folder.resolve(n + "-" + name);
        }
        return path;
    }
}
