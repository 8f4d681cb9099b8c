package org.bellwether.warehouse;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bellwether.config.Project;
import org.bellwether.engine.QueryReader;
import org.bellwether.home.Folders;

/**
 * A question that somebody of an authority asks of a mart, and the SELECT that answers it. Those of a mart lie in
 * {@code docs/questions/<mart>.sql}: the first line of each is the question, as a comment.
 *
 * @param isRestricted whether the published tier cannot answer it
 * @param notes        what a reader of the answer has to know, a line each
 */
public record WorkedQuestion(String question, boolean isRestricted, List<String> notes, String sql) {

    private static final String COMMENT = "-- ";
    private static final String RESTRICTED = "Asked with --restricted.";
    private static final String ENDING = ".sql";

    /** Of each mart, by its name. */
    public static Map<String, List<WorkedQuestion>> all(Project project) {
        Map<String, List<WorkedQuestion>> questions = new TreeMap<>();
        for (Path file : Folders.list(project.questions())) {
            String name = file.getFileName().toString();
            questions.put(name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name, read(file));
        }
        return questions;
    }

    private static List<WorkedQuestion> read(Path file) {
        List<WorkedQuestion> questions = new ArrayList<>();
        try (Reader text = Files.newBufferedReader(file)) {
            QueryReader queries = new QueryReader(text);
            for (String query = queries.next(); query != null; query = queries.next()) {
                questions.add(of(query));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return questions;
    }

    private static WorkedQuestion of(String query) {
        List<String> lines = query.strip().lines().toList();
        List<String> comments = new ArrayList<>(lines.stream().takeWhile(line -> line.startsWith(COMMENT)).map(line -> line.substring(COMMENT.length())).toList());
        String sql = String.join("\n", lines.subList(comments.size(), lines.size()));
        String question = comments.isEmpty() ? "" : comments.remove(0);
        boolean isRestricted = comments.remove(RESTRICTED);
        return new WorkedQuestion(question, isRestricted, List.copyOf(comments), sql);
    }

    /** As it is asked: text that {@code sql} reads again. */
    public String text() {
        StringBuilder text = new StringBuilder(COMMENT).append(question).append('\n');
        if (isRestricted) {
            text.append(COMMENT).append(RESTRICTED).append('\n');
        }
        notes.forEach(note -> text.append(COMMENT).append(note).append('\n'));
        return text.append(sql).append('\n').toString();
    }
}
