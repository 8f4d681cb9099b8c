package org.bellwether.cli.console;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Where commands print: UTF-8 whatever the locale says. */
public final class Output {

    public static final PrintStream OUT = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    public static final PrintStream ERR = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);

    private Output() {
    }

    /** Writes to standard output; closing it leaves standard output open for what is printed next. */
    public static Writer writer() {
        return new BufferedWriter(new StayingOpen(new OutputStreamWriter(OUT, StandardCharsets.UTF_8)));
    }

    /** What closes a writer above it leaves the one below open. */
    public static final class StayingOpen extends FilterWriter {

        public StayingOpen(Writer out) {
            super(out);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
