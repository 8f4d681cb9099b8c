package org.bellwether.web.privacy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.bellwether.app.user.ConsoleAct;
import org.bellwether.app.user.UserFile;
import org.bellwether.home.AuditTrail;
import org.bellwether.home.Home;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who may do what, and who saw and did what. */
@Controller
class PrivacyController {

    private static final int SHOWN = 300;

    private final Home home;

    PrivacyController(Home home) {
        this.home = home;
    }

    @GetMapping("/privacy")
    String privacy(@RequestParam(defaultValue = "") String by, @RequestParam(defaultValue = "") String act, Model model) {
        List<ConsoleAct> all = new ArrayList<>(new AuditTrail(home).read(ConsoleAct.class).stream().filter(one -> one.act() != null && one.outcome() != null).toList());
        Collections.reverse(all);
        String words = by.strip().toLowerCase(Locale.UK);
        List<ConsoleAct> shown = all.stream().filter(one -> words.isEmpty() || one.by() != null && one.by().toLowerCase(Locale.UK).contains(words))
                .filter(one -> act.isEmpty() || one.act().equals(act)).toList();
        model.addAttribute("acts", shown.stream().limit(SHOWN).toList());
        model.addAttribute("count", shown.size());
        model.addAttribute("kinds", all.stream().map(ConsoleAct::act).distinct().sorted().toList());
        model.addAttribute("by", by);
        model.addAttribute("act", act);
        model.addAttribute("users", new UserFile(home).list());
        return "console/privacy";
    }
}
