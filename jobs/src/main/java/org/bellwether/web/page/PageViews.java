package org.bellwether.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.bellwether.release.site.SiteTemplates;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** The templates below {@code console/} as views: what a controller puts into its model they have as parameters. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageViews implements ViewResolver {

    private static final String FOLDER = "console/";

    private final SiteTemplates templates = new SiteTemplates();

    @Override
    public View resolveViewName(String name, Locale locale) {
        return name.startsWith(FOLDER) ? new Page(name) : null;
    }

    private final class Page implements View {

        private final String template;

        Page(String template) {
            this.template = template;
        }

        @Override
        public String getContentType() {
            return "text/html";
        }

        @Override
        public void render(Map<String, ?> model, HttpServletRequest request, HttpServletResponse response) throws IOException {
            byte[] html = templates.html(template, new HashMap<>(model)).getBytes(StandardCharsets.UTF_8);
            response.setContentType("text/html;charset=utf-8");
            response.setHeader("Cache-Control", "no-store");
            response.setContentLength(html.length);
            response.getOutputStream().write(html);
        }
    }
}
