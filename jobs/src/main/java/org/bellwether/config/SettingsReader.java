package org.bellwether.config;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.util.PlaceholderResolutionException;
import org.springframework.util.PropertyPlaceholderHelper;
import tools.jackson.databind.JsonNode;

/**
 * Binds the settings with Boot's binder: the home's application.yml over the shipped one, and nothing else. A variable of the
 * environment counts only where a value names it as {@code ${NAME}}: a night must not depend on who started it.
 *
 * <p>Keys are spelled as the shipped file spells them, which Boot alone would not ask for: what must not leave with a release is
 * known by its name.
 */
final class SettingsReader {

    static final String PASSWORD = "BELLWETHER_CONTROL_PASSWORD";

    private static final String PASSWORD_KEY = Settings.PREFIX + ".control.password";

    static {
        // It tells its version, and where no application is started nobody else keeps it from that.
        LoggingSystem.get(SettingsReader.class.getClassLoader()).setLogLevel("org.hibernate.validator", LogLevel.WARN);
    }

    /** Without expressions in messages and without an XML file that could say otherwise: neither is of use here, and both cost time. */
    private static final Validator VALIDATOR = Validation.byDefaultProvider().configure().ignoreXmlConfiguration()
            .messageInterpolator(new ParameterMessageInterpolator()).buildValidatorFactory().getValidator();

    private static final PropertyPlaceholderHelper PLACEHOLDERS = new PropertyPlaceholderHelper("${", "}", ":", null, false);
    private static final Pattern CAPITAL = Pattern.compile("[A-Z]");

    private final UnaryOperator<String> environment;
    private final SettingsFile shipped;
    private final SettingsFile own;
    private final List<String> wrong = new ArrayList<>();

    /** @param environment gives the value of a variable, or null */
    SettingsReader(ConfigFiles config, UnaryOperator<String> environment) {
        this.environment = environment;
        this.shipped = SettingsFile.read(config.shipped().resolve(Settings.FILE));
        this.own = SettingsFile.read(config.overlay().resolve(Settings.FILE));
    }

    /** @throws BellwetherException naming the file, and of each key that is wrong its line and what would be right */
    Settings read() {
        if (own.exists()) {
            compareKeys("", Yaml.tree(shipped.path()), Yaml.tree(own.path()));
            refuseWhereWrong();
        }
        Settings settings = bound();
        VALIDATOR.validate(settings).stream().sorted(Comparator.comparing(SettingsReader::key)).forEach(one -> mustBe(key(one), one.getMessage()));
        refuseWhereWrong();
        return settings;
    }

    private void compareKeys(String at, JsonNode known, JsonNode given) {
        if (!given.isObject()) {
            add(at, (at.isEmpty() ? "it" : at) + " must be a section with some of " + String.join(", ", known.propertyNames()));
            return;
        }
        given.properties().forEach(entry -> {
            String key = at.isEmpty() ? entry.getKey() : at + "." + entry.getKey();
            JsonNode shippedValue = known.get(entry.getKey());
            if (shippedValue == null) {
                add(key, "unknown key '" + entry.getKey() + "' at " + key + "; there " + (known.size() == 1 ? "is " : "are ")
                        + String.join(", ", known.propertyNames()));
            } else if (shippedValue.isObject()) {
                compareKeys(key, shippedValue, entry.getValue());
            } else if (!entry.getValue().isValueNode() || entry.getValue().isNull()) {
                add(key, key + " must be one value, or left out to have the shipped one" + (shippedValue.asString().isEmpty() ? "" : ", which is " + shippedValue.asString()));
            }
        });
    }

    private Settings bound() {
        List<PropertySource<?>> sources = new ArrayList<>(own.sources());
        sources.addAll(shipped.sources());
        String password = environment.apply(PASSWORD);
        if (password != null && written(PASSWORD_KEY).filter(text -> !text.isEmpty()).isEmpty()) {
            sources.add(0, new MapPropertySource(PASSWORD, Map.of(PASSWORD_KEY, password)));
        }
        try {
            return new Binder(ConfigurationPropertySources.from(sources), this::withoutPlaceholders)
                    .bind(Settings.PREFIX, Settings.class).get();
        } catch (BindException e) {
            explain(e);
            refuseWhereWrong();
            throw e;
        }
    }

    private Object withoutPlaceholders(Object value) {
        return value instanceof String text ? PLACEHOLDERS.replacePlaceholders(text, environment::apply) : value;
    }

    private void explain(BindException failure) {
        String key = spelled(failure.getName().toString());
        if (NestedExceptionUtils.getRootCause(failure) instanceof PlaceholderResolutionException unset) {
            add(key, key + " names the environment variable " + unset.getPlaceholder() + ", which is not set");
        } else if (failure.getProperty() != null) {
            mustBe(key, kind(failure.getTarget().getType().resolve()));
        }
    }

    private static String kind(Class<?> type) {
        if (type == boolean.class) {
            return "true or false";
        }
        if (type.isEnum()) {
            return "one of " + Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", ")) + ",";
        }
        return type == Duration.class ? "a time such as PT5S" : "a whole number, not too large,";
    }

    private void mustBe(String key, String right) {
        // What stands there of the control database may hold a password.
        String is = key.startsWith(Settings.PREFIX + ".control") ? "" : " and is " + written(key).filter(text -> !text.isEmpty()).orElse("empty");
        add(key, key + " must be " + right + is);
    }

    private void add(String key, String what) {
        wrong.add(file().line(key).map(line -> " line " + line + ": ").orElse(": ") + what);
    }

    private void refuseWhereWrong() {
        if (!wrong.isEmpty()) {
            throw ErrorCode.SETTING_WRONG.with(file().path() + String.join(";", wrong));
        }
    }

    /** The one that a home would mend. */
    private SettingsFile file() {
        return own.exists() ? own : shipped;
    }

    private Optional<String> written(String key) {
        return own.value(key).or(() -> shipped.value(key));
    }

    private static String key(ConstraintViolation<Settings> violation) {
        return Settings.PREFIX + "." + spelled(CAPITAL.matcher(violation.getPropertyPath().toString())
                .replaceAll(found -> "-" + found.group().toLowerCase(Locale.ROOT)));
    }

    /** As in the file. */
    private static String spelled(String name) {
        return name.replace('-', '_');
    }

}
