package org.bellwether.release.site.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What was planned from when until when, and when it was done. Columns: {@code label}, {@code begin}, {@code finish}, {@code done} (days; the last
 * null where it is not), {@code status} in words and {@code today}, the day until which is known what was done.
 */
final class TimelineChart {

    private static final double EACH = 44;

    private TimelineChart() {
    }

    static Drawing of(String title, List<Row> rows, int width) {
        Frame frame = new Frame(width, (int) (rows.size() * EACH + 44), 8, 24, 8, 34);
        List<LocalDate> days = rows.stream().flatMap(row -> Stream.of("begin", "finish", "done", "today").map(row::date)).filter(Objects::nonNull).sorted().toList();
        if (days.isEmpty()) {
            return frame.drawing(title, "Nothing is planned.");
        }
        LocalDate first = days.get(0).withDayOfYear(1);
        LocalDate last = days.get(days.size() - 1).plusMonths(3);
        Scale scale = new Scale(first.toEpochDay(), last.toEpochDay(), frame.left, frame.right, 1);
        for (int year = first.getYear(); year <= last.getYear(); year++) {
            double x = scale.at(LocalDate.of(year, 1, 1).toEpochDay());
            frame.add(new Shape.Line(x, frame.top, x, frame.bottom, "grid"));
            frame.label(x + 4, frame.bottom + 20, Integer.toString(year), "start", "tick");
        }
        rows.stream().map(row -> row.date("today")).filter(Objects::nonNull).findFirst().ifPresent(today -> {
            double x = scale.at(today.toEpochDay());
            frame.add(new Shape.Line(x, frame.top, x, frame.bottom, "mark"));
            frame.label(x, frame.bottom + 33, Days.SHORT.format(today), x > width - 60 ? "end" : "middle", "tick");
        });
        List<String> words = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            double y = frame.top + i * EACH;
            LocalDate begin = row.date("begin") == null ? row.date("finish") : row.date("begin");
            LocalDate finish = row.date("finish") == null ? begin : row.date("finish");
            String told = row.text("label", "") + ": " + row.text("status", "");
            words.add(told);
            double label = begin == null ? frame.left : scale.at(begin.toEpochDay());
            boolean isRight = label > width / 2.0;
            frame.label(isRight ? frame.right : label, y + 14, told, isRight ? "end" : "start", "name");
            if (begin != null) {
                double from = scale.at(begin.toEpochDay());
                frame.add(new Shape.Rectangle(from, y + 20, Math.max(6, scale.at(finish.toEpochDay()) - from), 10, "bar planned",
                        "Planned " + Days.SHORT.format(begin) + " to " + Days.SHORT.format(finish)));
            }
            if (row.date("done") != null) {
                frame.add(new Shape.Dot(scale.at(row.date("done").toEpochDay()), y + 25, 6, "dot main", "Done " + Days.SHORT.format(row.date("done"))));
            }
        }
        return frame.drawing(title, String.join("; ", words) + ".");
    }
}
