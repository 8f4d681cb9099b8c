package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

class FirstStepsTest {

    @Test
    void every_command_that_a_newcomer_is_shown_is_there() {
        List<String> shown = Pattern.compile("(?m)^  bellwether (\\w+)").matcher(Bellwether.FIRST_STEPS).results()
                .map(found -> found.group(1)).toList();

        List<String> commands = Stream.of(Bellwether.class.getAnnotation(Command.class).subcommands())
                .map(command -> command.getAnnotation(Command.class).name()).toList();

        assertThat(shown).hasSize(5).isSubsetOf(commands);
    }
}
