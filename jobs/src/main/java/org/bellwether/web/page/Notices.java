package org.bellwether.web.page;

import java.util.List;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the next page says of what was done. */
public final class Notices {

    static final String NOTICE = "notice";

    private Notices() {
    }

    public static void tell(RedirectAttributes next, boolean isGood, String title, List<String> lines) {
        next.addFlashAttribute(NOTICE, new ConsoleLayout.Notice(isGood, title, lines));
    }
}
