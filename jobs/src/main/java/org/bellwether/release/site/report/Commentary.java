package org.bellwether.release.site.report;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.ErrorCode;

/** What those who answer for a target say of it: the files of a home's config/commentary, by strategy and target the last period first. */
public record Commentary(Map<String, List<Comment>> comments) {

    private static final String FOLDER = "commentary";

    /**
     * @param period the year it speaks of, as 202526
     * @param owner  who answers for the target, by office
     * @param says   what is to be known of the figure
     * @param action what is done; null where nothing is said of it
     */
    public record Comment(String strategy, String target, Integer period, String owner, String says, String action) {

        private String on() {
            return strategy + "/" + target;
        }

        private boolean isWhole() {
            return strategy != null && target != null && period != null && owner != null && says != null;
        }
    }

    private record File(List<Comment> comments) {
    }

    /** @throws BellwetherException naming the file in which a comment lacks something */
    static Commentary load(ConfigFiles config) {
        Map<String, List<Comment>> read = new LinkedHashMap<>();
        for (String path : config.list(FOLDER, ".yml")) {
            List<Comment> comments = config.yaml(path, File.class).comments();
            if (comments == null || !comments.stream().allMatch(Comment::isWhole)) {
                throw ErrorCode.NOT_AS_EXPECTED.with(config.file(path), "each of its comments needs strategy, target, period, owner and says");
            }
            comments.forEach(comment -> read.merge(comment.on(), List.of(comment), (one, other) -> Stream.concat(one.stream(), other.stream())
                    .sorted(Comparator.comparing(Comment::period).reversed()).toList()));
        }
        return new Commentary(read);
    }

    /**
     * The last that is said of a target.
     *
     * @param on strategy and target, with a slash between them; null where a chart is of none
     * @return null where nothing is said
     */
    Comment last(String on) {
        return on == null ? null : comments.getOrDefault(on, List.of()).stream().findFirst().orElse(null);
    }
}
