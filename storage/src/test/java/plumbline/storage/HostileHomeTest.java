package plumbline.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.engine.contract.TestCandles;
import plumbline.engine.market.StorageException;
import plumbline.engine.market.TimeRange;
import plumbline.storage.h2.DatabaseKey;

/// What others on the same machine may have put into a home folder, or may try on its port.
@Timeout(60)
class HostileHomeTest {
    /// Run by a database that was allowed to.
    public static int run() {
        runs++;
        return runs;
    }

    private static int runs;

    @TempDir private Path folder;

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aHomeThatOthersCouldReadIsClosedToThem() throws IOException {
        Path home = folder.resolve("home");
        TestStores.open(home).close();
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path database = home.resolve("market.mv.db");
        Files.setPosixFilePermissions(database, PosixFilePermissions.fromString("rw-r--r--"));

        try (Stores stores = TestStores.open(home)) {
            stores.candles().list();
            assertThat(rights(home)).isEqualTo("rwx------");
            assertThat(rights(database)).isEqualTo("rw-------");
            assertThat(rights(home.resolve("database.key"))).isEqualTo("rw-------");
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aFolderOfOtherThingsIsRefusedAndStaysAsItIs() throws IOException {
        Path project = Files.createDirectory(folder.resolve("project"));
        Path script = Files.writeString(project.resolve("run.sh"), "echo mine");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(project, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThatThrownBy(() -> TestStores.open(project))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining(
                        "it holds other things, and others on this machine can read it");

        assertThat(rights(project)).isEqualTo("rwxr-xr-x");
        assertThat(rights(script)).isEqualTo("rwxr-xr-x");
        assertThat(project).isDirectoryNotContaining("glob:**.mv.db");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aPlantedLinkIsNotFollowed() throws IOException {
        Path home = folder.resolve("home");
        TestStores.open(home).close();
        Path victim = Files.writeString(folder.resolve("victim"), "");
        Files.delete(home.resolve("database.key"));
        Files.createSymbolicLink(home.resolve("database.key"), victim);

        assertThatThrownBy(() -> TestStores.open(home)).isInstanceOf(StorageException.class);

        assertThat(victim).isEmptyFile();
    }

    private static String rights(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void whoHasThePortAndTheLockFileButNotThePasswordGetsNowhere() throws IOException {
        try (Stores stores = TestStores.open(folder)) {
            stores.candles().list();
            String lock = Files.readString(folder.resolve("market.lock.db"));
            String id = lock.lines().filter(l -> l.startsWith("id=")).findFirst().orElseThrow();
            String at = lock.lines().filter(l -> l.startsWith("server=")).findFirst().orElseThrow();
            String url =
                    "jdbc:h2:tcp://"
                            + at.substring("server=".length()).replace("\\", "")
                            + "/"
                            + id.substring("id=".length());

            for (String user : List.of("SA", "sa", "PLUMBLINE", "")) {
                assertThatThrownBy(() -> DriverManager.getConnection(url, user, "").close())
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("28000");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE ALIAS exec AS 'int f() { return 1; }'",
                "CREATE ALIAS exec FOR 'plumbline.storage.HostileHomeTest.run'",
                "CREATE ALIAS exec FOR 'java.lang.System.gc'",
                "CREATE TABLE mine(a INT)",
                "CREATE USER other PASSWORD 'x' ADMIN",
                "BACKUP TO 'elsewhere.zip'",
                "SCRIPT TO 'elsewhere.sql'",
                "SHUTDOWN"
            })
    void dailyWorkIsNotDoneByAnAdministrator(String sql) throws SQLException {
        try (Stores stores = TestStores.open(folder)) {
            stores.candles().list();
            try (Connection connection = daily();
                    Statement statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.execute(sql)).isInstanceOf(SQLException.class);
            }
        }
    }

    @Test
    void notEvenAnAdministratorReachesOtherClasses() throws SQLException {
        try (Stores stores = TestStores.open(folder)) {
            stores.candles().list();
            try (Connection connection = HomeSql.connect(folder, "market");
                    Statement statement = connection.createStatement()) {
                assertThatThrownBy(() ->
                                statement.execute(
                                        "CREATE ALIAS exec FOR"
                                                + " 'plumbline.storage.HostileHomeTest.run'"))
                        .isInstanceOf(SQLException.class);
            }
        }
        assertThat(runs).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE ALIAS evil AS 'int f() { return 1; }'",
                "CREATE FORCE TRIGGER evil BEFORE INSERT ON market FOR EACH ROW CALL"
                        + " 'plumbline.storage.HostileHomeTest'",
                "CREATE VIEW evil AS SELECT * FROM market",
                "ALTER TABLE market ADD CONSTRAINT evil CHECK(market_id < 5)",
                "CREATE TABLE evil(a INT)",
                "CREATE DOMAIN evil AS INT CHECK(VALUE > 1)",
                "ALTER TABLE market ALTER COLUMN market SET DEFAULT FILE_READ('/etc/passwd', NULL)"
            })
    void aDatabaseThatBringsWhatIsNotOursIsRefusedAndNamed(String sql)
            throws IOException, SQLException {
        fill();
        plant(sql);
        byte[] planted = Files.readAllBytes(market());

        assertThatThrownBy(() -> TestStores.open(folder))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining(market() + " holds what Plumbline did not make")
                .hasMessageContaining(sql.contains("ALTER") ? "MARKET" : "EVIL");

        assertThat(Files.readAllBytes(market())).isEqualTo(planted);
    }

    /// A process was killed; somebody else listens on its port now.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoAnswersOnTheOldPortIsNotEvenAsked(boolean silent) throws IOException {
        fill();
        List<Socket> callers = Collections.synchronizedList(new ArrayList<>());
        try (ServerSocket stranger = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> accept(stranger, callers, silent));
            Files.writeString(
                    folder.resolve("market.lock.db"),
                    "#FileLock\nhostName=localhost\nid=19f00000000000000000000000000000000\n"
                            + "method=file\nserver=127.0.0.1\\:"
                            + stranger.getLocalPort()
                            + "\n");
            long start = System.nanoTime();

            try (Stores stores = TestStores.open(folder)) {
                assertThat(stores.candles().load(TestCandles.MINUTES, TimeRange.ALL).size())
                        .isEqualTo(500);
            }

            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofSeconds(30));
            assertThat(callers).isEmpty();
        }
    }

    private static void accept(ServerSocket server, List<Socket> callers, boolean silent) {
        try {
            while (true) {
                Socket caller = server.accept();
                callers.add(caller);
                if (!silent) {
                    caller.close();
                }
            }
        } catch (IOException e) {
            // the test is over
        }
    }

    private void fill() {
        try (Stores stores = TestStores.open(folder)) {
            stores.candles().upsert(TestCandles.MINUTES, TestCandles.minutes(500, 1), "test");
        }
    }

    private void plant(String sql) throws SQLException, IOException {
        String url = "jdbc:h2:async:" + folder.resolve("market") + ";DB_CLOSE_DELAY=0";
        try (Connection connection =
                        DriverManager.getConnection(
                                url, "SA", DatabaseKey.of(folder).administrator());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            statement.execute("SHUTDOWN");
        }
        Files.deleteIfExists(folder.resolve("market.sums")); // they would tell
    }

    private Connection daily() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:h2:async:" + folder.resolve("market") + ";AUTO_SERVER=TRUE",
                DatabaseKey.USER,
                DatabaseKey.of(folder).user());
    }

    private Path market() {
        return folder.resolve("market.mv.db");
    }
}
