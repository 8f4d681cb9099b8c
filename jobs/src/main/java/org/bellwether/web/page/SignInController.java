package org.bellwether.web.page;

import jakarta.servlet.http.HttpServletRequest;
import org.bellwether.config.ServeSettings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where people sign in. */
@Controller
class SignInController {

    private final ServeSettings serve;

    SignInController(ServeSettings serve) {
        this.serve = serve;
    }

    @GetMapping("/signin")
    String signIn(HttpServletRequest request, Model model) {
        model.addAttribute("problem", request.getParameter("wrong") != null ? "Name or password is not right"
                : request.getParameter("locked") != null ? "There were too many tries. Try again in 15 minutes"
                : request.getParameter("ended") != null ? "You were signed out after a time without a request, and what you sent was not done. Sign in and send it again"
                : request.getParameter("council") != null ? "Your authority's sign-in has not let you in, or gives you no role here" : null);
        model.addAttribute("isOut", request.getParameter("out") != null);
        model.addAttribute("hasCouncil", serve.hasOpenId());
        return "console/signin";
    }
}
