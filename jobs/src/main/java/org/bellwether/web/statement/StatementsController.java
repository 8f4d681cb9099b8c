package org.bellwether.web.statement;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The documents of the strategies, statement by statement: what each says, and what the current release says to it. */
@Controller
class StatementsController {

    static final String PATH = "/statements";
    private static final String RESTRICTED = "/restricted" + PATH;

    private final StatementAnswers answers;

    StatementsController(StatementAnswers answers) {
        this.answers = answers;
    }

    @GetMapping({PATH, RESTRICTED})
    String strategies(HttpServletRequest request, Model model) {
        model.addAttribute("strategies", answers.strategies());
        model.addAttribute("path", path(request));
        return "console/statements";
    }

    @GetMapping({PATH + "/{strategy}", RESTRICTED + "/{strategy}"})
    String statements(@PathVariable String strategy, HttpServletRequest request, Model model) {
        boolean isRestricted = path(request).equals(RESTRICTED);
        model.addAttribute("title", answers.strategies().getOrDefault(strategy, strategy));
        model.addAttribute("answers", answers.of(strategy, isRestricted));
        model.addAttribute("strategy", strategy);
        model.addAttribute("isRestricted", isRestricted);
        return "console/strategy";
    }

    private static String path(HttpServletRequest request) {
        return request.getServletPath().startsWith(RESTRICTED) ? RESTRICTED : PATH;
    }
}
