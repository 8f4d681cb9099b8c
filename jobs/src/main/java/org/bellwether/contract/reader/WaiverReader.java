package org.bellwether.contract.reader;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ConfigFiles;
import org.bellwether.contract.Waiver;

/** Reads config/waivers.yml. */
public final class WaiverReader {

    /** One laestab has seven digits. */
    private static final int LOWEST = 1_000_000;
    private static final int HIGHEST = 9_999_999;

    private record WaiversYaml(Map<String, WaiverYaml> waivers) {
    }

    private record WaiverYaml(String rule, List<Integer> schools, LocalDate from, LocalDate until, String by, String why) {
    }

    private final ConfigFiles config;
    private final ConfigErrors errors;

    public WaiverReader(ConfigFiles config) {
        this.config = config;
        this.errors = new ConfigErrors(config, ConfigFiles.WAIVERS);
    }

    /** @throws BellwetherException naming file, line and key, where anything is unknown or missing, or holds for longer than a year */
    public List<Waiver> read() {
        if (!config.has(ConfigFiles.WAIVERS)) {
            return List.of();
        }
        Map<String, WaiverYaml> waivers = config.yaml(ConfigFiles.WAIVERS, WaiversYaml.class).waivers();
        return waivers == null ? List.of() : waivers.entrySet().stream().map(one -> waiver(one.getKey(), one.getValue())).toList();
    }

    private Waiver waiver(String name, WaiverYaml yaml) {
        String key = "waivers." + name;
        errors.require(yaml != null, key, "is empty");
        List<Integer> schools = errors.present(yaml.schools(), key + ".schools");
        errors.require(!schools.isEmpty(), key + ".schools", "names no school");
        schools.forEach(school -> errors.require(school != null && school >= LOWEST && school <= HIGHEST, key + ".schools", "a school is its DfE number of seven digits"));
        LocalDate from = errors.present(yaml.from(), key + ".from");
        LocalDate until = errors.present(yaml.until(), key + ".until");
        errors.require(!until.isBefore(from), key + ".until", "is before its first day");
        errors.require(!until.isAfter(from.plusYears(1)), key + ".until", "is more than a year after its first day: decide again by then");
        return new Waiver(name, errors.present(yaml.rule(), key + ".rule"), schools, from, until, errors.present(yaml.by(), key + ".by"),
                errors.present(yaml.why(), key + ".why"));
    }
}
