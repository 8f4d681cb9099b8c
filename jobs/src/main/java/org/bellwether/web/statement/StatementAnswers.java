package org.bellwether.web.statement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.bellwether.home.Home;
import org.bellwether.release.statement.AnswerService;
import org.bellwether.release.statement.Answers;
import org.bellwether.release.statement.StatementCatalog;
import org.bellwether.release.store.ReleaseFolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** What the current release says to the statements of each document: asked once, and kept until another release is current. */
@Component
public class StatementAnswers {

    private final Project project;
    private final Home home;
    private final ConfigFiles config;
    private Known known;

    StatementAnswers(Project project, Home home, ConfigFiles config) {
        this.project = project;
        this.home = home;
        this.config = config;
    }

    /** Of one release; answers by strategy and tier, as they are asked for. */
    private record Known(Path release, StatementCatalog statements, Map<String, Answers> answers) {
    }

    /**
     * The title of each strategy whose document is told of, by its code.
     *
     * @throws ResponseStatusException where nothing is published yet
     */
    synchronized Map<String, String> strategies() {
        StatementCatalog statements = known().statements();
        Map<String, String> titles = new LinkedHashMap<>();
        statements.strategies().forEach(code -> titles.put(code, statements.strategyOf(statements.idsOf(code).get(0)).title()));
        return titles;
    }

    /** @throws ResponseStatusException where there is no such strategy, or nothing is published yet */
    synchronized Answers of(String strategy, boolean isRestricted) {
        Known now = known();
        if (!now.statements().strategies().contains(strategy)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return now.answers().computeIfAbsent(strategy + (isRestricted ? " restricted" : ""), key -> {
            try {
                return AnswerService.answer(project, now.statements(), new ReleaseFolder(now.release()), isRestricted, now.statements().idsOf(strategy));
            } catch (SQLException e) {
                throw new IllegalStateException("The current release cannot be asked", e);
            }
        });
    }

    /**
     * What each statement says, by its id; empty where nothing is published yet.
     *
     * @throws BellwetherException where config/statements cannot be read
     */
    public synchronized Map<String, String> says() {
        Map<String, String> says = new LinkedHashMap<>();
        if (Files.exists(home.current())) {
            StatementCatalog statements = known().statements();
            statements.ids().forEach(id -> says.put(id, statements.statement(id).says()));
        }
        return says;
    }

    /** Where a statement stands among those of its document. */
    public synchronized String path(String id) {
        return StatementsController.PATH + "/" + known().statements().strategyOf(id).strategy() + "#" + id;
    }

    private Known known() {
        try {
            if (!Files.exists(home.current())) {
                throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            }
            Path release = home.current().toRealPath();
            if (known == null || !known.release().equals(release)) {
                known = new Known(release, StatementCatalog.load(config), new LinkedHashMap<>());
            }
            return known;
        } catch (IOException e) {
            throw new IllegalStateException("The current release cannot be asked", e);
        }
    }
}
