package org.bellwether.web.privacy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.bellwether.app.privacy.Governance;
import org.bellwether.app.status.Status;
import org.bellwether.app.user.ConsoleAct;
import org.bellwether.app.user.UserFile;
import org.bellwether.config.ConfigFiles;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.home.AuditTrail;
import org.bellwether.home.Home;
import org.bellwether.web.page.HomeStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How long what came is kept, what was done to it, who may do what, and who saw and did what. */
@Controller
class PrivacyController {

    private static final int SHOWN = 300;

    private final Home home;
    private final HomeStatus status;
    private final ConfigFiles config;
    private final ContractCatalog catalog;

    PrivacyController(Home home, HomeStatus status, ConfigFiles config, ContractCatalog catalog) {
        this.home = home;
        this.status = status;
        this.config = config;
        this.catalog = catalog;
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
        model.addAttribute("retention", Retention.of(status.status().map(Status::kept).orElse(List.of()), Governance.load(config, catalog)));
        model.addAttribute("decisions", decisions());
        model.addAttribute("users", new UserFile(home).list());
        return "console/privacy";
    }

    /** The latest first. */
    private List<Decision> decisions() {
        List<Decision> decisions = new ArrayList<>(new AuditTrail(home).read(Decision.class).stream()
                .filter(one -> one.action() != null && Decision.ACTIONS.contains(one.action())).toList());
        Collections.reverse(decisions);
        return decisions.stream().limit(SHOWN).toList();
    }
}
