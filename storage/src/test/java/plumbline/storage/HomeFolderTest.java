package plumbline.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import plumbline.engine.contract.TestCandles;
import plumbline.engine.market.StorageException;

class HomeFolderTest {
    @TempDir private Path folder;

    @Test
    void isMadeWithItsParents() {
        Path home = folder.resolve("a").resolve("b c").resolve("Plumbline é");

        try (Stores stores = TestStores.open(home)) {
            stores.candles().upsert(TestCandles.MINUTES, TestCandles.minutes(5, 1), "test");
        }

        try (Stores stores = TestStores.open(home)) {
            assertThat(stores.candles().list()).hasSize(1);
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void belongsToItsOwnerOnly() throws IOException {
        Path home = folder.resolve("home");

        TestStores.open(home).close();

        assertThat(Files.getPosixFilePermissions(home))
                .isEqualTo(
                        Set.of(
                                PosixFilePermission.OWNER_READ,
                                PosixFilePermission.OWNER_WRITE,
                                PosixFilePermission.OWNER_EXECUTE));
    }

    /// Only who may give files away can try this.
    private static void giveAway(Path file) throws IOException {
        try {
            Files.setOwner(
                    file,
                    file.getFileSystem()
                            .getUserPrincipalLookupService()
                            .lookupPrincipalByName("nobody"));
        } catch (IOException e) {
            assumeTrue(false, "needs the right to give files away: " + e);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void isRefusedWhileItHoldsFilesOfOthers() throws IOException {
        Path home = Files.createDirectory(folder.resolve("home"));
        Path key = Files.createFile(home.resolve("database.key"));
        giveAway(key);

        assertThatThrownBy(() -> TestStores.open(home))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("database.key in it belongs to nobody");

        assertThat(key).isEmptyFile();
        assertThat(home.resolve("market.mv.db")).doesNotExist();
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aKeyThatOthersCouldReadIsOurs() throws IOException {
        Path home = folder.resolve("home");
        TestStores.open(home).close();
        Path key = home.resolve("database.key");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));

        TestStores.open(home).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
    }

    @Test
    void aKeyThatIsGoneIsNotMadeAnewWhileDatabasesNeedIt() throws IOException {
        Path home = folder.resolve("home");
        TestStores.open(home).close();
        Files.delete(home.resolve("database.key"));

        assertThatThrownBy(() -> TestStores.open(home))
                .hasMessageContaining("is gone: put it back");
        assertThatThrownBy(() -> Stores.look(home, TestStores.CLOCK))
                .hasMessageContaining("is gone: put it back");

        assertThat(home.resolve("database.key")).doesNotExist();
    }

    @Test
    void isRefusedIfItIsAFile() throws IOException {
        Path home = Files.writeString(folder.resolve("home"), "mine");

        assertThatThrownBy(() -> TestStores.open(home))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining(home.toString())
                .hasMessageContaining("it is a file, not a folder")
                .hasMessageContaining("choose another");

        assertThat(home).hasContent("mine");
    }

    @Test
    void isRefusedIfItCannotBeMade() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");

        assertThatThrownBy(() -> TestStores.open(file.resolve("home")))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("cannot be made")
                .hasMessageContaining("choose another");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void isRefusedIfItCannotBeWrittenTo() throws IOException {
        Path home = Files.createDirectory(folder.resolve("home"));
        Files.setPosixFilePermissions(home, Set.of(PosixFilePermission.OWNER_READ));
        assumeTrue(!Files.isWritable(home), "this user may write everywhere: test skipped");

        assertThatThrownBy(() -> TestStores.open(home))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("no right to write");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void isRefusedWhereNobodyCanWrite() {
        assertThatThrownBy(() -> TestStores.open(Path.of("/proc/plumbline")))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("/proc/plumbline")
                .hasMessageContaining("cannot be made");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void isRefusedIfItsNameWouldBeReadAsSettings() {
        assertThatThrownBy(() -> TestStores.open(folder.resolve("home;INIT=DROP ALL OBJECTS")))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("semicolon");
    }
}
