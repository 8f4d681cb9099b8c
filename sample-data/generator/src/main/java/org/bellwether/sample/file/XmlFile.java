package org.bellwether.sample.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes one XML document through StAX, indented by two spaces; null and empty leaves are left out. */
public final class XmlFile implements Closeable {

    private final OutputStream file;
    private final XMLStreamWriter xml;
    private int depth;

    public XmlFile(Path path) throws IOException {
        file = OutputFile.open(path);
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(file, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
        } catch (XMLStreamException e) {
            throw new IOException("No XML can be written to " + path, e);
        }
    }

    public XmlFile open(String tag) throws IOException {
        line(() -> xml.writeStartElement(tag));
        depth++;
        return this;
    }

    /** Ends the element that was opened last. */
    public XmlFile end() throws IOException {
        depth--;
        return line(xml::writeEndElement);
    }

    public XmlFile leaf(String tag, Object value) throws IOException {
        String text = value == null ? "" : value.toString();
        return text.isEmpty() ? this : line(() -> {
            xml.writeStartElement(tag);
            xml.writeCharacters(text);
            xml.writeEndElement();
        });
    }

    @Override
    public void close() throws IOException {
        try (file) {
            while (depth > 0) {
                end();
            }
            line(xml::flush);
        }
    }

    private XmlFile line(Step step) throws IOException {
        try {
            xml.writeCharacters("\n" + "  ".repeat(depth));
            step.write();
            return this;
        } catch (XMLStreamException e) {
            throw new IOException("The XML could not be written", e);
        }
    }

    /** What stands on a line. */
    private interface Step {
        void write() throws XMLStreamException;
    }
}
