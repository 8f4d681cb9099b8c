package org.bellwether.release.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ErrorCode;
import org.bellwether.release.disclosure.MartDisclosure.Rate;
import org.bellwether.warehouse.figure.Disclosure;
import org.bellwether.warehouse.figure.Measure;
import org.bellwether.warehouse.figure.MeasureCatalog;

/** What measures say of themselves to disclosure control, put into the columns of a mart in which they stand. */
final class MeasureDisclosures {

    private final MeasureCatalog measures;

    MeasureDisclosures(MeasureCatalog measures) {
        this.measures = measures;
    }

    /**
     * @param own what config/disclosure.yml says of the mart
     * @throws BellwetherException where nothing of what a measure is hidden with stands in the mart
     */
    MartDisclosure of(String mart, MartDisclosure own) {
        List<String> plain = new ArrayList<>(own.plain());
        List<String> counts = new ArrayList<>(own.counts());
        Map<String, Rate> rates = new LinkedHashMap<>(own.rates());
        Map<String, List<String>> derived = new LinkedHashMap<>(own.derived());
        Map<String, String> changes = new LinkedHashMap<>(own.changes());
        for (String code : measures.codes()) {
            Measure measure = measures.measure(code);
            String column = measure.marts().get(mart);
            Disclosure said = column == null ? null : measure.disclosure();
            if (said == null) {
                continue;
            }
            if (said.plain()) {
                plain.add(column);
            }
            if (said.counts()) {
                counts.add(column);
            }
            Rate rate = said.divides() ? new Rate(null, null) : rate(mart, said);
            if (rate != null) {
                rates.put(column, rate);
            }
            List<String> with = said.with().stream().map(name -> column(mart, name)).filter(Objects::nonNull).toList();
            if (!with.isEmpty()) {
                derived.put(column, with);
            }
            if (said.changeOf() != null) {
                changes.put(column, column(mart, said.changeOf()));
            }
            if (!said.plain() && !said.counts() && rate == null && with.isEmpty() && said.changeOf() == null) {
                throw ErrorCode.DISCLOSURE_WRONG.with("measures", code + " stands in " + mart + " without anything that it is hidden with");
            }
        }
        return new MartDisclosure(own.threshold(), own.publishes(), own.withheld(), own.open(), own.openAlone(), own.grain(), own.labels(), plain, counts, rates, derived,
                own.ranks(), changes, own.shows(), own.ees());
    }

    /** Null where the mart does not hold what the rate is of. */
    private Rate rate(String mart, Disclosure said) {
        String per = said.per() == null ? null : column(mart, said.per());
        String of = said.of() == null ? null : column(mart, said.of());
        return per == null || said.of() != null && of == null ? null : new Rate(of, per);
    }

    /** The column that holds the measure, or the column of that name where it is no measure; null where the mart does not hold it. */
    private String column(String mart, String name) {
        return measures.codes().contains(name) ? measures.measure(name).marts().get(mart) : name;
    }
}
