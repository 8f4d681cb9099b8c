package org.bellwether.web.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bellwether.app.status.RunFailure;
import org.bellwether.app.status.Status;
import org.bellwether.home.Home;
import org.bellwether.home.HomeLock;
import org.bellwether.release.site.chart.ChartKind;
import org.bellwether.release.site.chart.Drawing;
import org.bellwether.release.site.chart.Figure;
import org.bellwether.release.site.chart.Row;
import org.bellwether.web.command.Commands;
import org.bellwether.web.command.RunningCommand;
import org.bellwether.web.page.HomeStatus;
import org.bellwether.web.page.When;
import org.bellwether.web.security.Person;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** Runs of the home: those that were, the one that goes on, those that are to come; starts and stops them. */
@Controller
public class RunsController {

    private static final int DAYS = 28;
    private static final int CHARTED = 30;
    private static final String TO_COMMAND = "redirect:/commands/";

    private final Home home;
    private final HomeStatus status;
    private final Commands commands;
    private final Nights nights;
    private final RunInProgress inProgress;
    private final LastNight lastNight;

    RunsController(Home home, HomeStatus status, Commands commands, Nights nights, RunInProgress inProgress, LastNight lastNight) {
        this.home = home;
        this.status = status;
        this.commands = commands;
        this.nights = nights;
        this.inProgress = inProgress;
        this.lastNight = lastNight;
    }

    @GetMapping("/runs")
    String runs(Model model) {
        List<Status.Run> runs = status.runs();
        model.addAttribute("run", inProgress.view().orElse(null));
        model.addAttribute("runs", runs);
        model.addAttribute("isToRestart", lastNight.isToRestart());
        model.addAttribute("failure", RunFailure.read(home).orElse(null));
        model.addAttribute("commands", commands.list());
        model.addAttribute("chart", durations(status.nights()));
        model.addAttribute("days", nights.days(DAYS));
        model.addAttribute("isScheduled", HomeLock.isScheduled(home));
        return "console/runs";
    }

    /** @param name of the job and when it began, in milliseconds: the same run whatever has run since */
    @GetMapping("/runs/{name}")
    String run(@PathVariable String name, Model model) {
        model.addAttribute("run", status.runs().stream().filter(run -> name(run).equals(name)).findFirst().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        return "console/run";
    }

    /** By which a run is found again. */
    public static String name(Status.Run run) {
        return run.job() + "-" + run.started().toEpochMilli();
    }

    /** How long the last nights took; null where there were not two. */
    private static Drawing durations(List<Status.Run> nights) {
        List<Row> rows = new ArrayList<>();
        List<Status.Run> shown = nights.stream().filter(night -> night.ended() != null).limit(CHARTED).toList();
        for (int n = shown.size() - 1; n >= 0; n--) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("label", When.moment(shown.get(n).started()));
            values.put("y", Duration.between(shown.get(n).started(), shown.get(n).ended()).toMillis() / 1000.0);
            rows.add(new Row(values));
        }
        return rows.size() < 2 ? null : ChartKind.BAR.draw("How long nights took, seconds", rows, new Figure.Unit("seconds", 1), null, false);
    }

    @PostMapping("/runs/start")
    String start(@ModelAttribute("person") Person person) {
        return TO_COMMAND + commands.start(RunningCommand.NIGHT, person.name(), List.of("nightly", "--by=" + person.name()), Commands.NOTHING).id();
    }

    @PostMapping("/runs/build")
    String build(@ModelAttribute("person") Person person) {
        return TO_COMMAND + commands.start("Build", person.name(), List.of("build"), Commands.NOTHING).id();
    }

    @PostMapping("/runs/doctor")
    String doctor(@ModelAttribute("person") Person person) {
        return TO_COMMAND + commands.start("Look at what a night needs", person.name(), List.of("doctor"), Commands.NOTHING).id();
    }
}
