package org.bellwether.staging.load;

import com.ctc.wstx.stax.WstxInputFactory;
import java.io.BufferedInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.bellwether.contract.ReturnContract;
import org.bellwether.contract.TableContract;
import org.bellwether.contract.catalog.CensusXml;
import org.bellwether.intake.HomeFault;
import org.bellwether.intake.profile.FileError;
import org.bellwether.intake.profile.FileNames;
import org.bellwether.intake.profile.FileProfile;
import org.bellwether.intake.profile.RefusedException;
import org.bellwether.staging.session.StagingSession;

/**
 * Reads a school's own census XML into the raw tables that the flat CSV set has, so that both end in the same staged rows.
 *
 * <p>Goes by leaf tags, as config/school-census-xml.yml maps them. A document type is refused, never resolved.
 */
final class CensusXmlReader {

    /** Characters of one row; a pupil has a few hundred, and the engine takes lines of two million bytes. */
    private static final int LONGEST_ROW = 200_000;
    /** Woodstox reads text when it is asked for it, and then wraps what is wrong with it into something that is no XML exception. */
    private static final String LAZY = "com.ctc.wstx.lazyParsing";

    private final StagingSession session;
    private final ReturnContract contract;
    private final Path tmp;
    private final CensusXml mapping;
    private final Map<String, CensusTableFile> tables = new LinkedHashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final Deque<CensusXmlRow> rows = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private CensusXmlRow header;
    private long pupils;

    CensusXmlReader(StagingSession session, ReturnContract contract, Path tmp) {
        this.session = session;
        this.contract = contract;
        this.tmp = tmp;
        this.mapping = session.censusXml();
    }

    /** @throws RefusedException where the XML is cut off, has a document type, or is no census */
    List<LoadedTable> read(Path file, FileProfile profile) throws SQLException {
        try (InputStream in = open(file)) {
            parse(in, profile.file());
            List<LoadedTable> loaded = new ArrayList<>();
            for (CensusTableFile table : tables.values()) {
                loaded.add(table.load(session.connection(), contract, profile));
            }
            return loaded;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            tables.values().forEach(CensusTableFile::discard);
        }
    }

    private void parse(InputStream in, String file) throws IOException {
        // By name: places are told as this parser counts them, whichever others libraries bring.
        XMLInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        if (factory.isPropertySupported(LAZY)) {
            factory.setProperty(LAZY, false);
        }
        long line = 1;
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            while (reader.hasNext()) {
                int event = reader.next();
                line = Math.max(1, reader.getLocation().getLineNumber());
                switch (event) {
                    case XMLStreamConstants.DTD -> throw new RefusedException(FileError.at("FILE-022", file, line, "it has a document type"));
                    case XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new RefusedException(FileError.at("FILE-022", file, line, "it refers to an entity"));
                    case XMLStreamConstants.START_ELEMENT -> start(reader.getLocalName(), line, file);
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                    case XMLStreamConstants.END_ELEMENT -> end(reader.getLocalName(), line, file);
                    default -> { }
                }
            }
        } catch (XMLStreamException e) {
            if (e.getCause() instanceof IOException failed && HomeFault.is(failed)) {
                throw failed;
            }
            long at = e.getLocation() == null ? line : Math.max(1, e.getLocation().getLineNumber());
            throw new RefusedException(isOfEncoding(e)
                    ? FileError.at("FILE-005", file, at, "near this line stand bytes that are none of the encoding that the XML says, or UTF-8 where it says none")
                    : FileError.at("FILE-021", file, at, "it is cut off or not well formed"));
        } catch (UnsupportedEncodingException e) {
            throw new RefusedException(FileError.at("FILE-005", file, 1, "its first line names an encoding that nobody knows"));
        }
    }

    private static boolean isOfEncoding(Throwable failure) {
        if (String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("encoding")) {
            return true;
        }
        for (Throwable one = failure; one != null; one = one.getCause()) {
            if (one instanceof CharConversionException || one instanceof CharacterCodingException || one instanceof UnsupportedEncodingException) {
                return true;
            }
        }
        return false;
    }

    private void start(String element, long line, String file) {
        if (open.isEmpty()) {
            if (!element.equalsIgnoreCase(mapping.root())) {
                throw new RefusedException(FileError.at("FILE-011", file, line, "its root is not " + mapping.root()));
            }
            header = new CensusXmlRow(mapping.header(), element, line, 0);
            rows.push(header);
        } else {
            mapping.rowStartedBy(element, open).ifPresent(row -> {
                boolean isPupil = row.table().parent().isEmpty();
                rows.push(new CensusXmlRow(row, element, line, isPupil ? ++pupils : pupils));
            });
        }
        open.push(element);
        text.setLength(0);
    }

    private void end(String element, long line, String file) throws IOException {
        open.pop();
        CensusXmlRow row = rows.peek();
        if (row != null && row.element().equals(element)) {
            rows.pop();
            write(row);
        } else if (row != null && !text.toString().isBlank()) {
            row.put(element, open, text.toString().strip());
            if (row.length() > LONGEST_ROW) {
                throw new RefusedException(FileError.at("FILE-017", file, line, "the values of one row have more than " + LONGEST_ROW + " characters"));
            }
        }
        text.setLength(0);
    }

    private void write(CensusXmlRow row) throws IOException {
        TableContract table = row.table();
        tables.computeIfAbsent(table.name(), name -> new CensusTableFile(table, tmp)).print(row, nativeId());
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        return FileNames.isGzip(file.getFileName().toString()) ? new GZIPInputStream(in) : in;
    }

    /** LAESTAB of the school whose XML this is, as the rows of the flat set bear it. */
    private String nativeId() {
        return header.value("lea", "") + header.value("estab", "");
    }
}
