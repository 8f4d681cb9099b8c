package org.bellwether.web.returns;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Scheduler;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.web.command.Commands;
import org.bellwether.web.command.RunningCommand;
import org.bellwether.web.page.Notices;
import org.bellwether.web.security.Person;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes files of a return from a browser: to be judged alone, to be taken in now, or to lie in the inbox until the night. */
@Controller
class UploadController {

    private static final Pattern UNWANTED = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}<>:\"/\\\\|?*]");
    private static final int LONGEST = 150;

    private static final String TO_COMMAND = "redirect:/commands/";
    /** Beside files that are checked; what is sent never begins with a dot. */
    private static final String ANSWER = ".answer.json";
    private static final String VIOLATIONS = ".violations.csv";
    private static final Duration KEPT = Duration.ofHours(1);
    private static final int MOST = 100;

    /** Files that were sent, and the folder of their own in which they lie. */
    private record Sent(Path folder, List<Path> files) {

        String names() {
            return String.join(", ", files.stream().map(file -> file.getFileName().toString()).toList());
        }

        List<String> arguments(String... command) {
            return Stream.concat(Stream.of(command), files.stream().map(Path::toString)).toList();
        }

        Sent movedInto(Path other) throws IOException {
            Path moved = Files.move(folder, other.resolve(folder.getFileName()));
            return new Sent(moved, files.stream().map(file -> moved.resolve(file.getFileName())).toList());
        }
    }

    private final Home home;
    private final Commands commands;
    /** By the command that checks them, until they are taken in or nobody has wanted that. */
    private final Cache<String, Sent> checked = Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).scheduler(Scheduler.systemScheduler())
            .evictionListener((String id, Sent sent, RemovalCause cause) -> Folders.delete(sent.folder())).build();

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
        Path folder = Folders.createPrivate((what.equals("check") ? home.checks() : home.uploads()).resolve(UUID.randomUUID().toString()));
        Sent kept = new Sent(folder, keep(sent, folder));
        return switch (what) {
            case "check" -> {
                RunningCommand command = check(kept, person);
                checked.put(command.id(), kept);
                yield TO_COMMAND + command.id();
            }
            case "receive" -> TO_COMMAND + takeIn(kept, person).id();
            default -> {
                drop(kept.files());
                Folders.delete(folder);
                Notices.tell(next, true, "It lies in the inbox; the next night takes it in", List.of(kept.names()));
                yield "redirect:/returns";
            }
        };
    }

    /** Nobody sends a file twice that was found to be right. */
    @PostMapping("/returns/checked/{id}")
    String takeInChecked(@PathVariable String id, @ModelAttribute("person") Person person, RedirectAttributes next) throws IOException {
        Sent sent = checked.asMap().remove(id);
        if (sent == null) {
            Notices.tell(next, false, "Send it again: what was checked is kept for an hour, and taken in once", List.of());
            return "redirect:/returns";
        }
        return TO_COMMAND + takeIn(sent.movedInto(home.uploads()), person).id();
    }

    /** Every row with what is wrong in it, for whoever mends it. */
    @GetMapping("/returns/checked/{id}/violations.csv")
    void violations(@PathVariable String id, HttpServletResponse response) throws IOException {
        Path csv = Optional.ofNullable(checked.getIfPresent(id)).map(sent -> sent.folder().resolve(VIOLATIONS)).filter(Files::exists)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        response.setContentType("text/csv;charset=utf-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"violations-" + id + ".csv\"");
        Files.copy(csv, response.getOutputStream());
    }

    private RunningCommand check(Sent sent, Person person) {
        return started(sent, () -> commands.startAnswering(RunningCommand.CHECK + sent.names(), person.name(),
                sent.arguments("check", "--json", "--csv=" + sent.folder().resolve(VIOLATIONS)), sent.folder().resolve(ANSWER)));
    }

    private RunningCommand takeIn(Sent sent, Person person) {
        return started(sent, () -> commands.start(RunningCommand.TAKE_IN + sent.names(), person.name(), sent.arguments("receive"), ended -> {
            dropWhereLockedOut(ended, sent.files());
            Folders.delete(sent.folder());
        }));
    }

    private static RunningCommand started(Sent sent, Supplier<RunningCommand> start) {
        try {
            return start.get();
        } catch (Commands.TooManyException e) {
            Folders.delete(sent.folder());
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
