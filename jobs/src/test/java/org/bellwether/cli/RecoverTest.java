package org.bellwether.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bellwether.app.recover.RecoveryReport;
import org.bellwether.app.recover.RecoveryService;
import org.bellwether.batch.receive.Given;
import org.bellwether.cli.console.ExitCode;
import org.bellwether.cli.release.ReleasesVerifyCommand;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.bellwether.release.store.Manifest;
import org.bellwether.release.store.Release;
import org.bellwether.release.store.ReleaseStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A home of two releases of which parts are gone or damaged, or that was brought back from a backup: what can be made again is, with the content that was published. */
@Tag("slow")
@Tag("long")
@WithSmallProject
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecoverTest {

    private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");
    private static final Instant THIRD_NIGHT = Instant.parse("2026-05-15T01:30:00Z");

    private final List<String> told = new ArrayList<>();
    private Path folder;
    private TrialHome whole;
    private Map<String, Map<String, String>> published;

    /** What can happen to a home; each leaves something that can be made again. */
    enum Damage {
        CONTROL_GONE {
            @Override
            void to(Home home) {
                Folders.delete(home.control().resolve("control.mv.db"));
            }
        },
        CONTROL_DAMAGED {
            @Override
            void to(Home home) throws IOException {
                // One that is cut short H2 may well read, as it was some time before.
                Files.writeString(home.control().resolve("control.mv.db"), "This is no database.\n".repeat(1000));
            }
        },
        WAREHOUSE_GONE {
            @Override
            void to(Home home) {
                Folders.delete(home.build());
            }
        },
        WAREHOUSE_CUT {
            @Override
            void to(Home home) throws IOException {
                cut(home.warehouseFile());
            }
        },
        RELEASE_GONE {
            @Override
            void to(Home home) throws IOException {
                for (Release release : new ReleaseStore(home).list()) {
                    keepOnly(release.folder().root(), List.of(release.folder().manifest(), release.folder().models()));
                }
            }
        },
        RELEASE_CHANGED {
            @Override
            void to(Home home) throws IOException {
                flip(home.current().resolve("published/marts/mart_exclusions_la.parquet"));
                cut(home.current().resolve("restricted/core/warehouse.duckdb"));
                Folders.delete(home.current().resolve("manifest.json"));
            }
        },
        LINK_GONE {
            @Override
            void to(Home home) throws IOException {
                Files.delete(home.current());
            }
        },
        STAGED_GONE {
            @Override
            void to(Home home) throws IOException {
                Files.delete(staged(home));
            }
        },
        STAGED_CHANGED {
            @Override
            void to(Home home) throws IOException {
                flip(staged(home));
            }
        },
        RECORD_CUT {
            @Override
            void to(Home home) throws IOException {
                cut(Folders.list(home.landing().resolve("exclusion_notice")).get(0).resolve("submission.json"));
            }
        };

        abstract void to(Home home) throws IOException;
    }

    @BeforeAll
    void two_releases(@TempDir Path empty) throws Exception {
        folder = empty;
        whole = FirstNight.copyTo(folder.resolve("whole"));
        Files.writeString(whole.home().inbox().resolve("exclusion_notice_late.csv"), Given.notices(10_001, 10_009));
        whole.nightHere(TrialHome.SECOND_NIGHT);
        published = published(whole.home());
        assertThat(published).hasSize(2);
    }

    @AfterEach
    void homes_are_large() {
        Folders.list(folder).stream().filter(path -> !path.equals(whole.root())).forEach(Folders::delete);
        told.clear();
    }

    @Test
    void what_the_runbook_says_to_back_up_is_enough() throws Exception {
        TrialHome home = new TrialHome(folder.resolve("restored"));
        for (String kept : List.of("landing", "refused", "config", "vault", "control/audit.jsonl")) {
            restore(kept, home.root());
        }
        for (Release release : new ReleaseStore(whole.home()).list()) {
            restore("releases/" + release.id() + "/restricted/manifest.json", home.root());
            restore("releases/" + release.id() + "/restricted/models.zip", home.root());
        }

        Child recovery = home.start("recover");

        assertThat(recovery.await()).as(recovery.printed()).isEqualTo(ExitCode.DONE);
        assertThat(recovery.printed()).contains("made again             control database", "made again             register: 7 submissions",
                "made again             staged rows: 7 submissions", "made again             release 2026-05-13-0001", "made again             release 2026-05-14-0002",
                "made again             warehouse").doesNotContain("not made again");
        expectWhole(home.home());
        assertThat(home.askRestricted("select count(*) from core.fact_exclusion")).isEqualTo(whole.askRestricted("select count(*) from core.fact_exclusion"));
        home.nightHere(THIRD_NIGHT);
        assertThat(home.manifest().release()).isEqualTo("2026-05-14-0002");
        assertThat(recover(home)).as(told.toString()).matches(report -> !report.hasMade() && !report.lacksDeliveries() && !report.lacksReleases());
    }

    @Test
    void a_home_of_which_every_part_is_damaged() throws Exception {
        TrialHome home = whole.copyTo(folder.resolve("damaged"));
        for (Damage damage : List.of(Damage.RECORD_CUT, Damage.WAREHOUSE_CUT, Damage.STAGED_CHANGED, Damage.RELEASE_CHANGED)) {
            damage.to(home.home());
        }
        Damage.STAGED_GONE.to(home.home());
        byte[] cut = Files.readAllBytes(home.home().warehouseFile());

        RecoveryReport report = recover(home);

        assertThat(report.hasMade()).as(told.toString()).isTrue();
        assertThat(report.lacksDeliveries() || report.lacksReleases()).as(told.toString()).isFalse();
        expectWhole(home.home());
        Path aside = home.home().damaged().resolve("20260601T080000000Z");
        assertThat(aside.resolve("build/warehouse.duckdb")).hasBinaryContent(cut);
        assertThat(Folders.files(aside).stream().map(file -> Folders.name(aside, file))).anyMatch(name -> name.endsWith("published/marts/mart_exclusions_la.parquet"))
                .anyMatch(name -> name.endsWith("submission.json"));
        home.nightHere(THIRD_NIGHT);
        assertThat(home.manifest().release()).isEqualTo("2026-05-14-0002");
    }

    @ParameterizedTest
    @EnumSource
    void one_thing_that_is_gone_or_damaged(Damage damage) throws Exception {
        assumeTrue(!"sample".equals(System.getProperty("proofs")) || damage.ordinal() % 3 == 0, "of a sample a third is tried");
        TrialHome home = whole.copyTo(folder.resolve("one"));
        damage.to(home.home());

        RecoveryReport report = recover(home);

        assertThat(report.hasMade()).as(told.toString()).isTrue();
        assertThat(report.lacksDeliveries() || report.lacksReleases()).as(told.toString()).isFalse();
        expectWhole(home.home());
        home.nightHere(THIRD_NIGHT);
        assertThat(home.manifest().release()).isEqualTo("2026-05-14-0002");
    }

    @Test
    void what_only_a_copy_has_is_told_and_the_rest_is_made_again() throws Exception {
        TrialHome home = whole.copyTo(folder.resolve("lacking"));
        Path submission = Folders.list(home.home().landing().resolve("exclusion_notice")).get(0);
        Path delivered = Folders.list(submission).stream().filter(file -> file.toString().endsWith(".csv")).findFirst().orElseThrow();
        Files.delete(delivered);
        Folders.delete(home.home().current().resolve("restricted/models.zip"));
        Folders.delete(home.home().current().resolve("published/dims"));

        Child recovery = home.start("recover");

        assertThat(recovery.await()).as(recovery.printed()).isEqualTo(ExitCode.AUDIT_FAILED);
        assertThat(recovery.printed()).contains("not made again         landing/exclusion_notice/" + submission.getFileName() + "/" + delivered.getFileName() + " is gone",
                "not made again         release 2026-05-14-0002: restricted/models.zip is gone or damaged", "published anew", "Not all could be made again");
        assertThat(home.gaps()).isEmpty();
        assertThat(home.manifest().release()).isEqualTo("2026-05-14-0003");
        assertThat(home.ownContents()).isEqualTo(TrialHome.own(published.get("2026-05-14-0002")));
    }

    @Test
    void without_the_vault_nothing_is_made() throws Exception {
        TrialHome home = new TrialHome(folder.resolve("without-vault"));
        restore("landing", home.root());
        restore("config", home.root());

        Child recovery = home.start("recover");

        assertThat(recovery.await()).isEqualTo(ExitCode.FAILED);
        assertThat(recovery.printed()).contains("ENV-010");
        assertThat(home.home().vault()).doesNotExist();
    }

    private RecoveryReport recover(TrialHome home) throws Exception {
        return new RecoveryService(home.home(), NOW, told::add).recover();
    }

    /** Both releases are as they were published, byte by byte as their manifests say, and readers see the second. */
    private void expectWhole(Home home) throws Exception {
        assertThat(published(home)).isEqualTo(published);
        for (Release release : new ReleaseStore(home).list()) {
            assertThat(ReleasesVerifyCommand.verify(release).faults()).as(release.id().toString()).isEmpty();
            assertThat(release.isPruned()).isFalse();
        }
        assertThat(home.current().toRealPath()).isEqualTo(home.release("2026-05-14-0002").toRealPath());
    }

    /** Content hash of every file of every release. */
    private static Map<String, Map<String, String>> published(Home home) throws IOException {
        Map<String, Map<String, String>> releases = new TreeMap<>();
        for (Release release : new ReleaseStore(home).list()) {
            Map<String, String> files = releases.computeIfAbsent(release.id().toString(), id -> new TreeMap<>());
            Manifest.read(release.folder()).files().forEach(file -> files.put(file.path(), file.hash()));
        }
        return releases;
    }

    private void restore(String path, Path to) throws IOException {
        Path from = whole.root().resolve(path);
        if (Files.isDirectory(from)) {
            Folders.copy(from, to.resolve(path));
        } else if (Files.exists(from)) {
            Files.createDirectories(to.resolve(path).getParent());
            Files.copy(from, to.resolve(path));
        }
    }

    private static Path staged(Home home) {
        return Folders.files(home.staged().resolve("exclusion_notice")).stream().filter(file -> file.endsWith("exclusion_notice.parquet")).findFirst().orElseThrow();
    }

    private static void keepOnly(Path folder, List<Path> kept) throws IOException {
        for (Path file : Folders.files(folder)) {
            if (!kept.contains(file)) {
                Files.delete(file);
            }
        }
        Folders.delete(folder.resolve("published"));
    }

    private static void cut(Path file) throws IOException {
        write(file, Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) / 2));
    }

    /** One bit is another, and the length is the same. */
    private static void flip(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 3] ^= 4;
        write(file, bytes);
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Path real = file.toRealPath();
        Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-------"));
        Files.write(real, bytes);
    }
}
