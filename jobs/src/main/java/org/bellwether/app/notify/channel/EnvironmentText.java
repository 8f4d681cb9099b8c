package org.bellwether.app.notify.channel;

import java.util.function.UnaryOperator;
import org.springframework.util.PlaceholderResolutionException;
import org.springframework.util.PropertyPlaceholderHelper;

/**
 * Texts of config with {@code ${NAME}} replaced by what the environment has under that name, so that no secret need stand in a file.
 *
 * @param variables gives the value of a variable, or null
 */
public record EnvironmentText(UnaryOperator<String> variables) {

    private static final PropertyPlaceholderHelper PLACEHOLDERS = new PropertyPlaceholderHelper("${", "}", ":", null, false);

    /** That of this process. */
    public static EnvironmentText ofProcess() {
        return new EnvironmentText(System::getenv);
    }

    /** @throws DeliveryFailedException naming the variable that is not set */
    public String of(String text) throws DeliveryFailedException {
        try {
            return PLACEHOLDERS.replacePlaceholders(text, variables::apply);
        } catch (PlaceholderResolutionException e) {
            throw DeliveryFailedException.ofChannel("the environment variable " + e.getPlaceholder() + " is not set", null);
        }
    }
}
