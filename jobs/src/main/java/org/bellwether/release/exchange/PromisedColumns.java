package org.bellwether.release.exchange;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bellwether.config.Yaml;
import org.bellwether.home.Folders;
import org.bellwether.release.exchange.Publication.Change;
import org.bellwether.release.store.ReleaseFolder;

/** What the contracts of a release promise: the type of every column, by mart and column. */
public final class PromisedColumns {

    private final SortedMap<String, SortedMap<String, String>> marts = new TreeMap<>();

    private PromisedColumns() {
    }

    /**
     * What differs and is not noted.
     *
     * @param column empty where the whole mart is gone
     * @param now    empty where it is gone
     */
    public record Broken(String mart, String column, String before, String now) {
    }

    /** None of a release that an earlier version has made, which has no contracts. */
    public static PromisedColumns of(ReleaseFolder release) {
        PromisedColumns promised = new PromisedColumns();
        for (Path contract : Folders.list(release.contracts())) {
            String name = contract.getFileName().toString();
            if (name.endsWith(DataContract.ENDING)) {
                promised.marts.put(name.substring(0, name.length() - DataContract.ENDING.length()), DataContract.columns(Yaml.tree(contract)));
            }
        }
        return promised;
    }

    /** What these promise and those do not keep. */
    public List<Broken> brokenBy(PromisedColumns now, Publication publication) {
        List<Broken> broken = new ArrayList<>();
        marts.forEach((mart, columns) -> {
            Map<String, String> kept = now.marts.get(mart);
            if (kept == null) {
                if (publication.notesOf(mart).stream().noneMatch(note -> note.column() == null)) {
                    broken.add(new Broken(mart, "", "", ""));
                }
                return;
            }
            columns.forEach((column, type) -> {
                String typeNow = kept.get(column);
                if (!type.equals(typeNow) && publication.notesOf(mart).stream().noneMatch(note -> isOf(note, column, typeNow))) {
                    broken.add(new Broken(mart, column, type, Optional.ofNullable(typeNow).orElse("")));
                }
            });
        });
        return broken;
    }

    private static boolean isOf(Publication.Note note, String column, String typeNow) {
        return column.equals(note.column()) && (typeNow == null ? note.change() == Change.DROPPED : typeNow.equals(note.to()));
    }
}
