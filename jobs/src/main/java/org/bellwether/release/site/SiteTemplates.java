package org.bellwether.release.site;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** Pages from the templates of src/main/jte, which are compiled with the program; texts are escaped by where they stand. */
public final class SiteTemplates {

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    /** @param template path of one below src/main/jte, without its ending */
    public String html(String template, Map<String, Object> parameters) {
        StringOutput output = new StringOutput();
        engine.render(template + ".jte", parameters, output);
        return output.toString();
    }
}
