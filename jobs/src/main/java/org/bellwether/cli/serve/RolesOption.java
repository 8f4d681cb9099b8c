package org.bellwether.cli.serve;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bellwether.app.user.Role;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ErrorCode;
import picocli.CommandLine.Option;

/** What somebody may do in the console. */
final class RolesOption {

    @Option(names = "--role", paramLabel = "ROLE", description = "analyst, officer, approver or privacy, with commas; everybody is a reader")
    private List<String> labels = List.of();

    @Option(names = "--school", paramLabel = "LAESTAB", description = "the one school whose own page this person sees whole")
    private Integer school;

    /** @throws BellwetherException where one is none */
    Set<Role> roles() {
        Set<Role> roles = new TreeSet<>();
        labels.stream().flatMap(label -> Arrays.stream(label.split(","))).filter(label -> !label.isBlank()).forEach(label -> roles.add(Role.of(label)
                .orElseThrow(() -> ErrorCode.NO_SUCH_ROLE.with(label, Arrays.stream(Role.values()).map(Role::label).toList()))));
        return roles;
    }

    /** Null for nobody of a school. */
    Integer school() {
        return school;
    }
}
