package org.bellwether.warehouse.figure;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.ErrorCode;

/** The savings of config/hnb_scopes.yml: which costs are set against which. */
public record HnbScopes(Map<Integer, BigDecimal> priceIndex, Map<String, Scope> scopes) {

    static final String FILE = "hnb_scopes.yml";

    /**
     * @param baselineFy financial year of the old model, 202425
     * @param indexed whether the baseline is raised to each year's prices
     */
    record Scope(String title, Integer la, Integer baselineFy, Boolean indexed, Side baseline, Side successor,
            String sourceRef) {

        Scope {
            indexed = indexed != null && indexed;
        }
    }

    /** Cost objects of one model of support; elements narrow what its provisions cost. */
    record Side(List<String> lines, List<String> provisions, List<String> elements) {

        Side {
            lines = lines == null ? List.of() : List.copyOf(lines);
            provisions = provisions == null ? List.of() : List.copyOf(provisions);
            elements = elements == null ? List.of() : List.copyOf(elements);
        }
    }

    public HnbScopes {
        priceIndex = priceIndex == null ? Map.of() : priceIndex;
        scopes = scopes == null ? Map.of() : scopes;
    }

    /** @throws BellwetherException naming the saving and what to mend */
    public static HnbScopes load(ConfigFiles config) {
        Path file = config.file(FILE);
        HnbScopes all = config.yaml(FILE, HnbScopes.class);
        all.scopes().forEach((code, scope) -> {
            if (scope.title() == null || scope.la() == null || scope.baselineFy() == null) {
                throw ErrorCode.SAVING_WRONG.with(file, "scope '" + code + "' needs title, la and baseline_fy");
            }
            if (isEmpty(scope.baseline()) || isEmpty(scope.successor())) {
                throw ErrorCode.SAVING_WRONG.with(file, "scope '" + code + "' must name lines or provisions on both sides");
            }
        });
        return all;
    }

    Set<String> codes() {
        return scopes.keySet();
    }

    List<ConfigRows> tables() {
        List<List<Object>> headings = new ArrayList<>();
        List<List<Object>> objects = new ArrayList<>();
        List<List<Object>> prices = new ArrayList<>();
        scopes.forEach((code, scope) -> {
            headings.add(Arrays.asList(code, scope.la(), scope.title(), scope.baselineFy(), scope.indexed(),
                    scope.sourceRef()));
            add(objects, code, "BASELINE", scope.baseline());
            add(objects, code, "SUCCESSOR", scope.successor());
        });
        priceIndex.forEach((year, index) -> prices.add(Arrays.asList(year, index)));
        return List.of(
                new ConfigRows("hnb_scope", List.of("scope_code", "la_code", "scope_title", "baseline_fy", "is_indexed",
                        "source_ref"), headings),
                new ConfigRows("hnb_scope_object", List.of("scope_code", "side", "kind", "code"), objects),
                new ConfigRows("price_index", List.of("financial_year", "price_index"), prices));
    }

    private static void add(List<List<Object>> rows, String scope, String name, Side side) {
        side.lines().forEach(line -> rows.add(Arrays.asList(scope, name, "LINE", line)));
        side.provisions().forEach(provision -> rows.add(Arrays.asList(scope, name, "PROVISION", provision)));
        side.elements().forEach(element -> rows.add(Arrays.asList(scope, name, "ELEMENT", element)));
    }

    private static boolean isEmpty(Side side) {
        return side == null || side.lines().isEmpty() && side.provisions().isEmpty();
    }
}
