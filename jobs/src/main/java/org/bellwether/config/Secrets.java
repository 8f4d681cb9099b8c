package org.bellwether.config;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a home would rather not write into its config: taken from the environment. */
final class Secrets {

    static final String PASSWORD = "BELLWETHER_CONTROL_PASSWORD";

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");

    private final UnaryOperator<String> environment;

    /** @param environment gives the value of a variable, or null */
    Secrets(UnaryOperator<String> environment) {
        this.environment = environment;
    }

    /** @throws ConfigException where a setting names a variable that is not set */
    Settings.Control in(Settings.Control control) {
        if (control == null || control.url() == null || control.url().isBlank()) {
            return control;    // The embedded database lies in a folder of the owner's alone and has no password.
        }
        String password = control.password();
        String unnamed = environment.apply(PASSWORD);
        return new Settings.Control(resolved("url", control.url()), resolved("username", control.username()),
                unnamed != null && (password == null || password.isEmpty()) ? unnamed : resolved("password", password));
    }

    private String resolved(String key, String text) {
        if (text == null) {
            return null;
        }
        return VARIABLE.matcher(text).replaceAll(found -> {
            String value = environment.apply(found.group(1));
            if (value == null) {
                throw new ConfigException("bellwether.control." + key + " names the environment variable " + found.group(1) + ", which is not set");
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
