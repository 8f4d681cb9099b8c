package org.bellwether.cli.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ErrorCode;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.engine.DuckDb;
import org.bellwether.home.Access;
import org.bellwether.home.Home;
import org.bellwether.release.format.KeptModels;
import org.bellwether.release.store.ReleaseFolder;
import org.bellwether.warehouse.model.Model;
import org.bellwether.warehouse.model.ModelDependencies;

/** The SELECTs that made the current release, by schema and name. */
final class ReleaseModels {

    private final Map<String, Model> models;

    private ReleaseModels(Map<String, Model> models) {
        this.models = models;
    }

    /** @throws BellwetherException where nothing is published yet, or by a version that did not keep them */
    static ReleaseModels of(Home home) throws IOException {
        Access.demandEntry(home.root(), home.releases());
        if (!Files.exists(home.current())) {
            throw ErrorCode.NOTHING_PUBLISHED.with(home.root());
        }
        ReleaseFolder folder = new ReleaseFolder(home.current().toRealPath());
        Access.demandEntry(folder.restricted());
        Map<String, Model> composed = KeptModels.read(folder.models()).composed();
        if (composed.isEmpty()) {
            throw ErrorCode.NO_COMPOSED_MODELS.with();
        }
        return new ReleaseModels(composed);
    }

    /**
     * The SELECT of a model with all that it is made of before it, as comments.
     *
     * @param name with its schema or without
     * @throws BellwetherException where there is no such model
     */
    String print(String name) throws SQLException {
        Model model = models.values().stream().filter(one -> one.table().equals(name) || one.name().equals(name)).findFirst()
                .orElseThrow(() -> ErrorCode.NO_SUCH_MODEL.with(name,
                        models.values().stream().filter(one -> one.schema().equals("mart")).map(Model::name).toList()));
        StringBuilder text = new StringBuilder("-- " + model.table() + " is made of\n");
        try (DuckDb engine = DuckDb.memory(Project.locate(), new Settings.Engine("1GB", 1)); Connection connection = engine.connection()) {
            lineage(connection, model, 1, text, new LinkedHashSet<>());
        }
        return text.append('\n').append(model.sql()).toString();
    }

    /** What is made of the same again is not opened a second time. */
    private void lineage(Connection connection, Model model, int depth, StringBuilder text, Set<String> open) throws SQLException {
        for (String table : ModelDependencies.of(connection, model).tables()) {
            boolean isNew = open.add(table);
            boolean isMade = models.containsKey(table);
            text.append("-- ").append("  ".repeat(depth)).append(table).append(isMade && !isNew ? " (above)" : "").append('\n');
            if (isMade && isNew) {
                lineage(connection, models.get(table), depth + 1, text, open);
            }
        }
    }
}
