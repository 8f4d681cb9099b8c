package org.bellwether.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bellwether.release.statement.Answer;
import org.bellwether.release.statement.Answers;

/** What statements say and what a release says to them, for a person. */
final class AnswerText {

    private static final int ROWS = 15;
    private static final int WIDTH = 76;

    private AnswerText() {
    }

    /** The one answer at length. */
    static List<String> one(Answers answers) {
        Answer answer = answers.answers().get(0);
        List<String> lines = new ArrayList<>();
        lines.add(answer.statement() + "  " + answer.document() + (answer.sourceRef() == null ? "" : ", " + answer.sourceRef()));
        lines.add("  \"" + answer.says() + "\"");
        lines.add("  " + answer.state().words() + (answer.reason() == null ? "" : ": " + answer.reason()));
        if (answer.note() != null) {
            lines.add("  " + answer.note());
        }
        if (!answer.stated().isEmpty()) {
            lines.add("The document says");
            answer.stated().forEach(stated -> lines.add("  " + stated(stated)));
        }
        answer.checks().forEach(check -> lines.add("  " + check.what() + ": " + check.says().toPlainString() + " it says, "
                + (check.comesTo() == null ? "nothing" : check.comesTo().toPlainString()) + " its own figures come to" + (check.agrees() ? "" : ", which does not agree")));
        told(answer, answers, lines);
        if (!answer.awaits().isEmpty()) {
            lines.add((answer.figures().isEmpty() && answer.rows().isEmpty() ? "It is answered by " : "The rest is answered by ") + String.join(", ", answer.awaits()) + ", not there yet");
        }
        return lines;
    }

    private static String stated(Answer.Stated stated) {
        return String.join(", ", List.of(stated.shown(), stated.label() == null ? "" : stated.label(), stated.period() == null ? "" : stated.period(),
                stated.sourceRef() == null ? "" : stated.sourceRef()).stream().filter(part -> !part.isEmpty()).toList())
                + (stated.computed() == null ? "" : "; the warehouse says " + stated.computed()
                + (stated.agrees() == null ? "" : stated.agrees() ? ", which agrees" : ", which differs"));
    }

    private static void told(Answer answer, Answers answers, List<String> lines) {
        boolean isEmpty = answer.figures().isEmpty() && answer.rows().isEmpty() && answer.notAsked().isEmpty();
        if (isEmpty && answer.state() != Answer.State.NO_DATA) {
            return;
        }
        TreeSet<String> days = answer.figures().stream().map(Answer.Told::asAtDate).filter(Objects::nonNull).collect(Collectors.toCollection(TreeSet::new));
        lines.add("The warehouse says" + (days.isEmpty() ? "" : ", as at " + days.last()) + ", release " + answers.release() + ", " + answers.tier() + " tier");
        if (!answer.isOwn()) {
            lines.add("  of local authority " + answers.la() + "; the document is of " + answer.la() + ", so that figures of the two are not held against each other");
        }
        answer.figures().stream().limit(ROWS).forEach(figure -> lines.add("  " + figure(figure)));
        answer.rows().stream().limit(ROWS).forEach(row -> lines.add("  " + row.values().stream().filter(Objects::nonNull).collect(Collectors.joining("  "))));
        int more = Math.max(0, answer.figures().size() - ROWS) + Math.max(0, answer.rows().size() - ROWS);
        if (more > 0) {
            lines.add("  and " + more + " more; --json has all");
        }
        answer.notAsked().stream().distinct().forEach(table -> lines.add("  " + table + " is not in this tier of the release"));
        if (isEmpty) {
            lines.add("  nothing: no row meets the question");
        }
    }

    private static String figure(Answer.Told figure) {
        return figure.name() + (figure.label() == null ? "" : ", " + figure.label())
                + (figure.period() == null ? "" : ", " + figure.period()) + ": " + figure.shown()
                + (figure.value() != null && "year_to_date".equals(figure.dataStatus()) ? " so far" : "") + "  (" + figure.mart() + ")";
    }

    /** A line a statement, and how many stand how. */
    static List<String> page(Answers answers) {
        Answer first = answers.answers().get(0);
        List<String> lines = new ArrayList<>();
        lines.add(first.strategy() + ": " + first.document() + "; local authority " + first.la() + (first.isOwn() ? "" : ", answered of " + answers.la()));
        lines.add("release " + answers.release() + ", " + answers.tier() + " tier");
        answers.answers().forEach(answer -> {
            lines.add(String.format(Locale.ROOT, "%s  %-18s  %s", answer.statement(), answer.state().words(), cut(answer.says())));
            brief(answer, lines);
        });
        lines.add(answers.answers().size() + " statements: " + answers.counts().entrySet().stream().filter(count -> count.getValue() > 0)
                .map(count -> count.getValue() + " " + count.getKey().words()).collect(Collectors.joining(", ")));
        return lines;
    }

    private static void brief(Answer answer, List<String> lines) {
        String margin = " ".repeat(27);
        answer.checks().stream().filter(check -> !check.agrees()).forEach(check -> lines.add(margin + check.what() + ": " + check.says().toPlainString() + " said, "
                + (check.comesTo() == null ? "nothing" : check.comesTo().toPlainString()) + " by its own figures"));
        answer.stated().stream().filter(stated -> Boolean.FALSE.equals(stated.agrees())).forEach(stated -> lines.add(margin + stated(stated)));
        if (!answer.figures().isEmpty()) {
            Answer.Told last = answer.figures().get(answer.figures().size() - 1);
            lines.add(margin + figure(last) + (answer.figures().size() == 1 ? "" : "; " + (answer.figures().size() - 1) + " more"));
        } else if (!answer.rows().isEmpty()) {
            lines.add(margin + answer.rows().size() + (answer.rows().size() == 1 ? " row" : " rows") + " of the register");
        }
        if (answer.reason() != null) {
            lines.add(margin + answer.reason());
        }
        if (!answer.awaits().isEmpty()) {
            lines.add(margin + "awaits " + String.join(", ", answer.awaits()));
        }
    }

    private static String cut(String text) {
        return text.length() <= WIDTH ? text : text.substring(0, WIDTH - 1).stripTrailing() + "…";
    }
}
