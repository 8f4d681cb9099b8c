package org.bellwether.app.notify;

import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.ErrorCode;

/**
 * The texts of config/notifications, Mustache without logic: the first line is the subject. They see maps, lists, texts and numbers alone; no
 * method can be called from them, and no other file be read.
 */
final class MessageTemplates {

    private static final Mustache.Compiler COMPILER = Mustache.compiler().escapeHTML(false).strictSections(true).emptyStringIsFalse(true)
            .withLoader(name -> {
                throw new MustacheException("no other template can be put into it: " + name);
            })
            .withCollector(new BasicCollector() {
                @Override
                public <K, V> Map<K, V> createFetcherCache() {
                    return new HashMap<>();
                }
            });
    private static final int LONGEST_SUBJECT = 200;

    private final Map<EventKind, Template> templates = new EnumMap<>(EventKind.class);

    private MessageTemplates() {
    }

    /** @throws BellwetherException naming the first file that is not a template, or that names what its event has not */
    static MessageTemplates load(ConfigFiles config) {
        MessageTemplates all = new MessageTemplates();
        for (EventKind kind : EventKind.values()) {
            Path file = config.file(kind.template());
            try {
                all.templates.put(kind, COMPILER.compile(Files.readString(file)));
                MessageText example = all.text(kind, EventExamples.of(kind));
                if (example.subject().isBlank() || example.body().isBlank()) {
                    throw ErrorCode.NOTIFICATION_WRONG.with(file, "its first line is the subject, and a text must follow");
                }
            } catch (MustacheException e) {
                throw ErrorCode.NOTIFICATION_WRONG.because(e, file, String.valueOf(e.getMessage()).replaceAll("[.]$", ""));
            } catch (CharacterCodingException e) {
                throw ErrorCode.NOT_UTF8.because(e, file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }

    MessageText text(EventKind kind, Map<String, Object> data) {
        String[] parts = templates.get(kind).execute(data).split("\\R", 2);
        String subject = parts[0].strip();
        return new MessageText(subject.length() > LONGEST_SUBJECT ? subject.substring(0, LONGEST_SUBJECT) + "…" : subject,
                parts.length == 1 ? "" : parts[1].strip() + "\n");
    }
}
