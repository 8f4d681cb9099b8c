package org.bellwether.cli.setup;

import java.util.Optional;
import org.bellwether.config.ConfigFiles;

/** The local authorities that config/reference/local_authority.csv knows. */
final class Authorities {

    private final ConfigFiles config;

    Authorities(ConfigFiles config) {
        this.config = config;
    }

    /** Name of the authority with this three-digit code. */
    Optional<String> name(int la) {
        return config.csv("local_authority").stream().skip(1).map(line -> line.split(",")).filter(fields -> fields.length > 2)
                .filter(fields -> fields[0].equals(Integer.toString(la))).map(fields -> fields[2]).findFirst();
    }
}
