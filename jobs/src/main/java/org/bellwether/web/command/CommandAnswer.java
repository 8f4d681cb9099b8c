package org.bellwether.web.command;

import java.util.List;
import java.util.Optional;
import org.bellwether.home.Json;
import tools.jackson.core.JacksonException;

/**
 * What a command has answered that only reports.
 *
 * @param exitCode as the command line gives it
 * @param out      what it has printed
 * @param problems what it has said to be wrong, a sentence each
 */
public record CommandAnswer(int exitCode, String out, List<String> problems) {

    /** What it has printed as JSON; empty where it has not, which {@link #problems} then says. */
    public <T> Optional<T> as(Class<T> type) {
        try {
            return out.isBlank() ? Optional.empty() : Optional.ofNullable(Json.parse(out, type));
        } catch (JacksonException e) {
            throw new IllegalStateException("The command line has answered in another form than " + type.getSimpleName(), e);
        }
    }
}
