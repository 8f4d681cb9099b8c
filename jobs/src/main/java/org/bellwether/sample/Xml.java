package org.bellwether.sample;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes one XML document, indented by two spaces; null and empty leaves are left out. */
final class Xml implements Closeable {

    private final BufferedWriter out;
    private final Deque<String> open = new ArrayDeque<>();

    Xml(Path file) throws IOException {
        out = Files.newBufferedWriter(file);
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }

    Xml open(String tag) throws IOException {
        line("<" + tag + ">");
        open.push(tag);
        return this;
    }

    Xml close(String tag) throws IOException {
        if (!open.pop().equals(tag)) {
            throw new IllegalStateException("Not the open element: " + tag);
        }
        line("</" + tag + ">");
        return this;
    }

    Xml leaf(String tag, Object value) throws IOException {
        String text = value == null ? "" : value.toString();
        if (!text.isEmpty()) {
            String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
            line("<" + tag + ">" + escaped + "</" + tag + ">");
        }
        return this;
    }

    @Override
    public void close() throws IOException {
        while (!open.isEmpty()) {
            close(open.peek());
        }
        out.close();
    }

    private void line(String text) throws IOException {
        out.write("  ".repeat(open.size()));
        out.write(text);
        out.write('\n');
    }
}
