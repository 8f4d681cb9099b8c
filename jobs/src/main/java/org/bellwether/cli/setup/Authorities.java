package org.bellwether.cli.setup;

import java.util.Optional;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.ReferenceCsv;

/** The local authorities that config/reference/local_authority.csv knows. */
final class Authorities {

    private final ConfigFiles config;

    Authorities(ConfigFiles config) {
        this.config = config;
    }

    /** Name of the authority with this three-digit code. */
    Optional<String> name(int la) {
        ReferenceCsv authorities = config.csv("local_authority");
        int name = authorities.header().indexOf("la_name");
        return authorities.rows().stream().filter(row -> row.get(0).equals(Integer.toString(la))).map(row -> row.get(name)).findFirst();
    }
}
