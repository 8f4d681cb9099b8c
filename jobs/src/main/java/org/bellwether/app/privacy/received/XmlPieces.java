package org.bellwether.app.privacy.received;

import com.ctc.wstx.stax.WstxInputFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.bellwether.contract.catalog.CensusXml;

/** Finds the elements of a pupil in a school's own census XML: the pupil's own, with all that is in them. */
public final class XmlPieces {

    private record Row(String table, long line) {
    }

    private final Pupil pupil;
    private final CensusXml mapping;
    private final Deque<String> open = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private final List<Row> rows = new ArrayList<>();
    private final PupilPieces found = new PupilPieces();
    private int depthOfPupil;
    private long from;
    private boolean isOfPupil;
    private boolean hasEnded;

    public XmlPieces(Pupil pupil, CensusXml mapping) {
        this.pupil = pupil;
        this.mapping = mapping;
    }

    /** @throws IOException where it is no XML to its end */
    public PupilPieces of(Path file) throws IOException {
        // By name: places are told as this parser counts them, whichever others libraries bring.
        XMLInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try (var characters = ReceivedBytes.reader(file)) {
            XMLStreamReader reader = factory.createXMLStreamReader(characters);
            while (reader.hasNext()) {
                int event = reader.next();
                long at = reader.getLocation().getCharacterOffset();
                end(at);
                switch (event) {
                    case XMLStreamConstants.START_ELEMENT -> start(reader.getLocalName(), at, Math.max(1, reader.getLocation().getLineNumber()));
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                    case XMLStreamConstants.END_ELEMENT -> close();
                    default -> { }
                }
            }
            return found;
        } catch (XMLStreamException e) {
            throw new IOException("It is no XML to its end");
        }
    }

    private void start(String element, long at, long line) {
        Optional<CensusXml.Row> row = open.isEmpty() ? Optional.empty() : mapping.rowStartedBy(element, open);
        if (depthOfPupil == 0 && row.filter(one -> one.table().parent().isEmpty()).isPresent()) {
            depthOfPupil = open.size() + 1;
            from = at;
            isOfPupil = false;
            rows.clear();
        }
        row.ifPresent(one -> rows.add(new Row(one.table().name(), line)));
        open.push(element);
        text.setLength(0);
    }

    private void close() {
        isOfPupil |= pupil.isNamedBy(text.toString());
        text.setLength(0);
        hasEnded = open.size() == depthOfPupil;
        open.pop();
    }

    /** Where an element ends is known when what follows it begins. */
    private void end(long at) {
        if (hasEnded) {
            if (isOfPupil) {
                found.pieces().add(new PupilPieces.Piece(from, at, true));
                rows.forEach(row -> found.addLine(row.table(), row.line()));
            }
            hasEnded = false;
            depthOfPupil = 0;
        }
    }
}
