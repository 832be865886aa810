package plumbline.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The arrows between rooms.
class ArchitectureTest {
    private static final JavaClasses ALL =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("plumbline");

    private static final String[] OUTSIDE_APP = {
        "plumbline.engine..",
        "plumbline.storage..",
        "plumbline.simulator..",
        "plumbline.ui..",
        "plumbline.resources.."
    };

    private static ArchRule only(String[] allowed, String... what) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(allowed)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(what);
    }

    @Test
    void seesEveryModule() { // a rule over nothing always passes
        for (String room :
                List.of(
                        "plumbline.engine.market",
                        "plumbline.engine.backtest",
                        "plumbline.engine.exchange.http",
                        "plumbline.engine.report",
                        "plumbline.resources",
                        "plumbline.storage.h2",
                        "plumbline.simulator.market",
                        "plumbline.ui.chart",
                        "plumbline.app.cli")) {
            assertThat(ALL.that(resideInAPackage(room + ".."))).as(room).isNotEmpty();
        }
    }

    @Test
    void aBrokenRuleIsSeen() { // and a rule that cannot fail is no rule
        ArchRule forbidden = only(new String[] {"nowhere.."}, "plumbline.engine.market..");
        assertThatThrownBy(() -> forbidden.check(ALL)).isInstanceOf(AssertionError.class);
    }

    @Test
    void engineKnowsNeitherScreenNorDatabaseNorAnyOtherModule() {
        noClasses()
                .that()
                .resideInAPackage("plumbline.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "javafx..",
                        "java.sql..",
                        "javax.sql..",
                        "plumbline.ui..",
                        "plumbline.storage..",
                        "plumbline.simulator..",
                        "plumbline.resources..",
                        "plumbline.app..")
                .check(ALL);
    }

    @Test
    void theSimulatorKnowsTheEngineAloneAndOnlyTheAppKnowsIt() {
        noClasses()
                .that()
                .resideInAPackage("plumbline.simulator..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "javafx..",
                        "java.sql..",
                        "plumbline.storage..",
                        "plumbline.ui..",
                        "plumbline.resources..",
                        "plumbline.app..")
                .check(ALL);
        only(new String[] {"plumbline.simulator..", "plumbline.app.cli.."}, "plumbline.simulator..")
                .check(ALL);
    }

    @Test
    void screenAndDatabaseDoNotKnowEachOther() {
        noClasses()
                .that()
                .resideInAPackage("plumbline.ui..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("plumbline.storage..", "java.sql..", "plumbline.app..")
                .check(ALL);
        noClasses()
                .that()
                .resideInAPackage("plumbline.storage..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("plumbline.ui..", "javafx..", "plumbline.app..")
                .check(ALL);
    }

    @Test
    void eachLibraryHasItsRoom() {
        only(new String[] {"plumbline.storage.."}, "java.sql..", "javax.sql..", "org.h2..")
                .check(ALL);
        only(new String[] {"plumbline.storage.."}, "org.postgresql..", "org.flywaydb..").check(ALL);
        only(new String[] {"plumbline.engine.feed.parquet.."}, "dev.hardwood..").check(ALL);
        only(new String[] {"plumbline.ui..", "plumbline.app.window.."}, "javafx..").check(ALL);
        only(
                        new String[] {
                            "plumbline.engine.config..",
                            "plumbline.engine.exchange",
                            "plumbline.engine.exchange.binance..",
                            "plumbline.engine.exchange.coinbase..",
                            "plumbline.engine.exchange.drift..",
                            "plumbline.engine.exchange.kraken..",
                            "plumbline.engine.report..",
                            "plumbline.engine.feed.json..",
                            "plumbline.simulator.fault..",
                            "plumbline.ui.settings..",
                            "plumbline.ui.workspace.."
                        },
                        "tools.jackson..")
                .check(ALL);
        only(new String[] {"plumbline.ui.workspace.."}, "software.coley..").check(ALL);
        only(
                        new String[] {"plumbline.engine.report.."},
                        "com.openhtmltopdf..",
                        "org.apache.pdfbox..",
                        "io.pebbletemplates..")
                .check(ALL);
        only(
                        new String[] {"plumbline.engine.exchange.http.."},
                        "okhttp3..",
                        "okio..",
                        "kotlin..",
                        "io.github.resilience4j..")
                .check(ALL);
        only(new String[] {"plumbline.app.cli.."}, "picocli..").check(ALL);
        only(new String[] {"nowhere.."}, "java.util.logging..").check(ALL);
    }

    @Test
    void onlyTheFxRoomHopsThreads() {
        noClasses()
                .that()
                .resideOutsideOfPackages("plumbline.ui.fx..", "plumbline.app..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javafx.application.Platform")
                .check(ALL);
    }

    @Test
    void onlyTheAppReadsTheClock() {
        noClasses()
                .that()
                .resideInAnyPackage(OUTSIDE_APP)
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(ALL);
    }

    @Test
    void onlyTheCommandLinePrints() {
        noClasses()
                .that()
                .resideOutsideOfPackages("plumbline.app..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(ALL);
    }

    @Test
    void featuresDoNotFormCycles() {
        slices().matching("plumbline.engine.(*)..").should().beFreeOfCycles().check(ALL);
        slices().matching("plumbline.ui.(*)..").should().beFreeOfCycles().check(ALL);
        slices().matching("plumbline.storage.(*)..").should().beFreeOfCycles().check(ALL);
        slices().matching("plumbline.simulator.(*)..").should().beFreeOfCycles().check(ALL);
    }

    /// A room and the rooms within it, each package by itself.
    @Test
    void roomsWithinRoomsDoNotFormCycles() {
        List<String> within =
                List.of(
                        "plumbline.engine.exchange.http",
                        "plumbline.engine.exchange.resilience",
                        "plumbline.engine.exchange.symbol",
                        "plumbline.engine.feed",
                        "plumbline.engine.feed.csv",
                        "plumbline.engine.feed.json",
                        "plumbline.engine.feed.layout",
                        "plumbline.engine.feed.parquet",
                        "plumbline.engine.feed.rows",
                        "plumbline.engine.report",
                        "plumbline.engine.report.figure",
                        "plumbline.engine.strategy",
                        "plumbline.engine.strategy.library");
        for (String room : within) {
            assertThat(ALL.that(resideInAPackage(room))).as(room).isNotEmpty();
        }
        slices().matching("plumbline.engine.(**)").should().beFreeOfCycles().check(ALL);
        slices().matching("plumbline.ui.(**)").should().beFreeOfCycles().check(ALL);
    }
}
