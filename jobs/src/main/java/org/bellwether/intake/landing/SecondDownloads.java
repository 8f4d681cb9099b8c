package org.bellwether.intake.landing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bellwether.intake.profile.FileNames;

/** Tells a set that was downloaded twice, in part or as a whole, from one with two files of a table. */
public final class SecondDownloads {

    private SecondDownloads() {
    }

    /**
     * The latest of each name belong together; what was downloaded under it before came earlier, by itself.
     *
     * @param files of one set, the earliest first
     * @param name of a file, as it came
     * @return deliveries, the set being the last
     */
    public static <T> List<List<T>> apart(List<T> files, Function<T, String> name) {
        Map<String, T> latest = new LinkedHashMap<>();
        List<List<T>> deliveries = new ArrayList<>();
        for (T file : files) {
            T earlier = latest.put(FileNames.unmarked(name.apply(file)), file);
            if (earlier != null) {
                deliveries.add(List.of(earlier));
            }
        }
        deliveries.add(List.copyOf(latest.values()));
        return deliveries;
    }
}
