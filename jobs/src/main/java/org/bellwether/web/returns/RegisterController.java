package org.bellwether.web.returns;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import org.bellwether.app.owed.ReturnsRegister;
import org.bellwether.config.Project;
import org.bellwether.home.Home;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What is owed and what came of it, as the current release has it, and the lists to ask schools with. */
@Controller
class RegisterController {

    private static final int SHOWN = 200;

    private final Project project;
    private final Home home;

    RegisterController(Project project, Home home) {
        this.project = project;
        this.home = home;
    }

    @GetMapping("/returns/register")
    String register(@RequestParam(name = "return", defaultValue = "") String name, @RequestParam(defaultValue = "") String school,
            @RequestParam(defaultValue = "false") boolean overdue, Model model) throws SQLException, IOException {
        ReturnsRegister.Choice choice = choice(name, school, overdue);
        try (ReturnsRegister register = open()) {
            List<ReturnsRegister.Count> all = register.counts(ReturnsRegister.Choice.ALL);
            model.addAttribute("page", new RegisterPage(register.asAt(), all, register.schools(), register.size(choice), register.rows(choice, SHOWN), choice));
        }
        return "console/register";
    }

    /** All that the page would show, for whoever asks a school for it. */
    @GetMapping("/returns/register.csv")
    void csv(@RequestParam(name = "return", defaultValue = "") String name, @RequestParam(defaultValue = "") String school,
            @RequestParam(defaultValue = "false") boolean overdue, HttpServletResponse response) throws SQLException, IOException {
        ReturnsRegister.Choice choice = choice(name, school, overdue);
        try (ReturnsRegister register = open()) {
            response.setContentType("text/csv;charset=utf-8");
            response.setHeader("Content-Disposition", "attachment; filename=\"" + (overdue ? "overdue" : "register")
                    + (choice.school() == null ? "" : "-" + choice.school()) + ".csv\"");
            try (Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
                ReturnsRegister.writeCsv(register.rows(choice, Integer.MAX_VALUE), out);
            }
        }
    }

    private ReturnsRegister open() throws SQLException, IOException {
        if (!Files.exists(home.current())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ReturnsRegister.open(project, home);
    }

    /** A LAESTAB that is none is as if nobody had written it. */
    private static ReturnsRegister.Choice choice(String name, String school, boolean overdue) {
        return new ReturnsRegister.Choice(name.isBlank() ? null : name, school.matches("[0-9]{7}") ? Integer.valueOf(school) : null, overdue);
    }
}
