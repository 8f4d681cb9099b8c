package org.bellwether.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/** Reads queries one after the other: each ends with a line that ends in a semicolon, and the last where the text does. */
public final class QueryReader {

    private final BufferedReader lines;

    public QueryReader(Reader text) {
        lines = new BufferedReader(text);
    }

    /** @return the next query with the comments before it, or null where there is none */
    public String next() throws IOException {
        StringBuilder query = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            query.append(line).append('\n');
            if (line.stripTrailing().endsWith(";")) {
                return query.toString();
            }
        }
        return query.toString().isBlank() ? null : query.toString();
    }
}
