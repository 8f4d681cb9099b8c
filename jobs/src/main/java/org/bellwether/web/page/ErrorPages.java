package org.bellwether.web.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** What stands there instead of a page: what is the matter, and what to do, never how the program looks inside. */
@Controller
class ErrorPages implements ErrorController {

    private record Words(String title, String says) {
    }

    @RequestMapping("/error")
    String error(HttpServletRequest request, HttpServletResponse response, Model model) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : HttpStatus.NOT_FOUND.value();
        response.setStatus(status);
        Words words = words(status);
        model.addAttribute("title", words.title());
        model.addAttribute("says", words.says());
        return "console/error";
    }

    private static Words words(int status) {
        return switch (status) {
            case 400, 405, 415 -> new Words("That could not be understood", "Go back, and choose what you want on the page.");
            case 403 -> new Words("This is not open to you", "Your role does not have this page, or the page that asked for it was too old. If you need it, ask whoever looks after Bellwether in your authority.");
            case 404 -> new Words("There is no such page", "It may belong to a release that is not the current one any more. Start from the menu.");
            case 411, 413 -> new Words("The file is too large", "Send it in parts, compressed as .gz, or have it put into the inbox folder.");
            case 429 -> new Words("Too much at once", "Wait a few seconds, then ask again.");
            case 503 -> new Words("This cannot be shown now", "A release may just be changing. Try again in a minute.");
            default -> new Words("Something went wrong in the console", "What you did may not have been done: see Today. Nothing in the home is damaged by it. If it happens again, tell whoever looks after Bellwether when it happened.");
        };
    }
}
