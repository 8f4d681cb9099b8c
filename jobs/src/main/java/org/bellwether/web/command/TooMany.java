package org.bellwether.web.command;

import java.util.List;
import org.bellwether.web.page.Notices;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Tells whoever has a command started while others go on to come back. */
@ControllerAdvice
class TooMany {

    @ExceptionHandler(Commands.TooManyException.class)
    String tooMany(RedirectAttributes next) {
        Notices.tell(next, false, "Not begun: several commands go on, or this one took too long. Try again when they have ended.", List.of());
        return "redirect:/";
    }
}
