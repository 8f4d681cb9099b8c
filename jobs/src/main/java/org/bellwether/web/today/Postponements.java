package org.bellwether.web.today;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bellwether.config.Settings;
import org.bellwether.config.Shown;
import org.bellwether.home.Home;
import org.bellwether.home.Json;
import org.springframework.stereotype.Component;

/** Which problems are left for a while, as control/postponed.json keeps it. */
@Component
class Postponements {

    private final Path file;

    Postponements(Home home) {
        this.file = home.control().resolve("postponed.json");
    }

    /** Those that hold today. */
    synchronized List<Postponement> list() {
        LocalDate today = LocalDate.now(Settings.LONDON);
        return Json.readWhole(file, Postponement[].class).map(List::of).orElse(List.of()).stream().filter(one -> !one.until().isBefore(today)).toList();
    }

    synchronized void add(Problem problem, int days, String by, String why) {
        List<Postponement> left = without(problem.id());
        left.add(new Postponement(problem.id(), problem.title(), Instant.now(), LocalDate.now(Settings.LONDON).plusDays(days), by, Shown.text(why)));
        Json.write(file, left);
    }

    synchronized void remove(String problem) {
        Json.write(file, without(problem));
    }

    private List<Postponement> without(String problem) {
        return new ArrayList<>(list().stream().filter(one -> !one.problem().equals(problem)).toList());
    }
}
