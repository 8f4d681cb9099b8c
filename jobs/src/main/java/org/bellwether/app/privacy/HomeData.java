package org.bellwether.app.privacy;

import java.sql.SQLException;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Project;
import org.bellwether.config.Settings;
import org.bellwether.contract.catalog.CensusXml;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.engine.DuckDb;
import org.bellwether.home.Home;
import org.bellwether.intake.register.SubmissionRegister;
import org.bellwether.staging.pseudonym.Vault;

/** All that holds data of pupils in one home, and what says how to read it. */
record HomeData(Project project, Home home, Settings settings, ContractCatalog catalog, SubmissionRegister register, Vault vault) {

    /** An engine in memory, for files of the home; the caller closes it. */
    DuckDb engine() throws SQLException {
        return DuckDb.memory(project, settings.engine(), home.tmp());
    }

    ConfigFiles config() {
        return ConfigFiles.of(project, home.config());
    }

    CensusXml censusXml() {
        return CensusXml.load(config(), catalog);
    }
}
