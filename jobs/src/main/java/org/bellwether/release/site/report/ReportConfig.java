package org.bellwether.release.site.report;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.ErrorCode;

/** The pages of config/report and of the home's overlay, by name, those of the menu first and in its order, and what is said of their charts. */
public record ReportConfig(Map<String, ReportPage> pages, Commentary commentary) {

    private static final String FOLDER = "report";
    private static final String ENDING = ".yml";

    /** @throws BellwetherException naming the file, the panel and what to mend */
    public static ReportConfig load(ConfigFiles config) {
        Map<String, ReportPage> read = new LinkedHashMap<>();
        for (String path : config.list(FOLDER, ENDING)) {
            ReportPage page = config.yaml(path, ReportPage.class);
            List<String> faults = page.faults();
            if (!faults.isEmpty()) {
                throw ErrorCode.NOT_AS_EXPECTED.with(config.file(path), String.join("; ", faults));
            }
            read.put(path.substring(FOLDER.length() + 1, path.length() - ENDING.length()), page);
        }
        Map<String, ReportPage> pages = new LinkedHashMap<>();
        read.entrySet().stream().sorted(Comparator.comparing((Map.Entry<String, ReportPage> page) -> page.getValue().place()).thenComparing(Map.Entry::getKey))
                .forEach(page -> pages.put(page.getKey(), page.getValue()));
        return new ReportConfig(pages, Commentary.load(config));
    }

    /** Without the pages that are of the restricted edition alone. */
    public ReportConfig published() {
        Map<String, ReportPage> published = new LinkedHashMap<>(pages);
        published.values().removeIf(ReportPage::restricted);
        return new ReportConfig(published, commentary);
    }
}
