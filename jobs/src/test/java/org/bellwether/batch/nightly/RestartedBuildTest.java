package org.bellwether.batch.nightly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.bellwether.app.session.WarehouseApplication;
import org.bellwether.batch.build.WarehouseProvider;
import org.bellwether.batch.receive.Given;
import org.bellwether.batch.receive.IntakeJob;
import org.bellwether.batch.receive.ReceivingFixture;
import org.bellwether.batch.report.RunReport;
import org.bellwether.batch.step.RunFailedException;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.Settings;
import org.bellwether.engine.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** A build that fails among its models and is run again: with the config as it is by then. */
class RestartedBuildTest {

    @TempDir
    Path folder;

    private ReceivingFixture home;
    private ConfigurableApplicationContext application;

    @BeforeEach
    void a_home_with_notices() {
        home = ReceivingFixture.in(folder).drop("exclusion_notice.csv", Given.notices(1, 3));
        application = WarehouseApplication.start(ReceivingFixture.PROJECT, home.home(),
                Settings.load(ConfigFiles.of(ReceivingFixture.PROJECT, home.home().config())));
        application.getBean(IntakeJob.class).receiveInbox(ReceivingFixture.FIRST_NIGHT, new RunReport());
    }

    @AfterEach
    void close() {
        application.close();
    }

    @Test
    void of_the_home() throws Exception {
        WarehouseJobLauncher runs = application.getBean(WarehouseJobLauncher.class);

        failWithout(runs::build);
        runs.build();

        expectAsConfigSays(home.home().build());
    }

    @Test
    void of_another_instant() throws Exception {
        AsOfBuild builds = application.getBean(AsOfBuild.class);

        failWithout(() -> builds.build(ReceivingFixture.FIRST_NIGHT, "then"));

        expectAsConfigSays(builds.build(ReceivingFixture.FIRST_NIGHT, "then"));
    }

    /** A build without the staged rows, which come back afterwards; meanwhile the authority gets another name. */
    private void failWithout(org.assertj.core.api.ThrowableAssert.ThrowingCallable build) throws Exception {
        Path staged = home.home().staged().resolve("exclusion_notice");
        Files.move(staged, folder.resolve("aside"));
        assertThatThrownBy(build).isInstanceOf(RunFailedException.class).hasMessageContaining("staged/exclusion_notice/000001-");
        Files.move(folder.resolve("aside"), staged);
        Path names = home.home().config().resolve("reference/local_authority.csv");
        Files.writeString(names, Files.readString(names).replace("Wardown,", "Wardown Vale,"));
    }

    private void expectAsConfigSays(Path built) throws SQLException {
        try (Connection connection = application.getBean(WarehouseProvider.class).of(built).connection()) {
            assertThat(Sql.queryTexts(connection, "select la_name from core.dim_local_authority where la_code = 899"))
                    .containsExactly("Wardown Vale");
            assertThat(Sql.queryTexts(connection, "select count(*) from core.fact_exclusion")).containsExactly("3");
        }
    }
}
