package org.bellwether.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bellwether.app.user.Role;
import org.bellwether.config.Settings;
import org.bellwether.home.Home;
import org.bellwether.release.site.Layout;
import org.bellwether.release.store.ReleaseStore;
import org.bellwether.web.security.ContentSecurityPolicy;
import org.bellwether.web.security.Person;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Gives every page what stands around it, and who it is for. */
@ControllerAdvice
class LayoutAdvice {

    /**
     * A page of the menu.
     *
     * @param ofRelease whether it needs a release to be there
     * @param roles     who may open it; null for everybody
     */
    private record Entry(String text, String href, boolean ofRelease, List<Role> roles) {
    }

    private static final List<Entry> MENU = List.of(new Entry("Today", "/", false, null), new Entry("Report", "/report/index.html", true, null),
            new Entry("Figures", "/figures", true, null), new Entry("Statements", "/statements", true, null),
            new Entry("Returns", "/returns", false, List.of(Role.OFFICER)), new Entry("Runs", "/runs", false, List.of(Role.OFFICER)),
            new Entry("Releases", "/releases", false, List.of(Role.ANALYST, Role.OFFICER, Role.APPROVER)), new Entry("Privacy", "/privacy", false, List.of(Role.PRIVACY)));

    private final Home home;
    private final Settings settings;

    LayoutAdvice(Home home, Settings settings) {
        this.home = home;
        this.settings = settings;
    }

    @ModelAttribute("person")
    Person person() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who == null || who instanceof AnonymousAuthenticationToken ? null : Person.of(who);
    }

    @ModelAttribute("layout")
    ConsoleLayout layout(HttpServletRequest request) throws IOException {
        Person person = person();
        String release = new ReleaseStore(home).current().map(current -> current.id().toString()).orElse(null);
        return new ConsoleLayout(settings.laName().isBlank() ? "Bellwether " + settings.la() : settings.laName(), person, menu(person, request.getServletPath(), release != null),
                csrf(request), (String) request.getAttribute(ContentSecurityPolicy.NONCE),
                release,
                (ConsoleLayout.Notice) notice(request));
    }

    private static Object notice(HttpServletRequest request) {
        var flash = RequestContextUtils.getInputFlashMap(request);
        return flash == null ? null : flash.get(Notices.NOTICE);
    }

    private static ConsoleLayout.Csrf csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? new ConsoleLayout.Csrf(token.getParameterName(), token.getToken()) : null;
    }

    private static List<Layout.Link> menu(Person person, String path, boolean isPublished) {
        List<Layout.Link> links = new ArrayList<>();
        if (person != null) {
            MENU.stream().filter(entry -> isPublished || !entry.ofRelease()).filter(entry -> entry.roles() == null || entry.roles().stream().anyMatch(person::is))
                    .forEach(entry -> links.add(new Layout.Link(entry.text(), entry.href(), entry.href().equals("/") ? path.equals("/") : path.startsWith(entry.href()))));
        }
        return links;
    }
}
