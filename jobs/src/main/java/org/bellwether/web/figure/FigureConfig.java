package org.bellwether.web.figure;

import java.nio.file.Path;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ConfigFiles;
import org.bellwether.release.disclosure.DisclosureConfig;
import org.bellwether.release.store.ReleaseFolder;
import org.bellwether.warehouse.figure.MeasureCatalog;
import org.springframework.stereotype.Component;

/** Measures and rules of disclosure as they stand when a release becomes the current one: a night may have been given others, and a console starts also where they are wrong. */
@Component
class FigureConfig {

    record Known(Path release, MeasureCatalog measures, DisclosureConfig disclosure) {
    }

    private final ConfigFiles config;
    private Known known;

    FigureConfig(ConfigFiles config) {
        this.config = config;
    }

    /** @throws BellwetherException where they cannot be used */
    synchronized Known of(ReleaseFolder release) {
        if (known == null || !known.release().equals(release.root())) {
            MeasureCatalog measures = MeasureCatalog.load(config);
            known = new Known(release.root(), measures, DisclosureConfig.load(config, measures));
        }
        return known;
    }
}
