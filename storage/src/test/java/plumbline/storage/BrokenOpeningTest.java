package plumbline.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// An opening that fails or is broken off leaves a home that is opened again without a false alarm.
@Timeout(60)
class BrokenOpeningTest {
    @TempDir private Path home;

    /// Whoever is ended between the two leaves a database that is not what its checksums say.
    @Test
    void noChecksumsLieBesideADatabaseThatIsOpen() throws InterruptedException {
        TestStores.open(home).close();
        assertThat(home.resolve("journal.sums")).exists();
        AtomicBoolean done = new AtomicBoolean();
        AtomicBoolean both = new AtomicBoolean();
        Thread watch =
                Thread.ofPlatform()
                        .start(() -> {
                            while (!done.get()) {
                                // the checksums after the database: closing writes them last
                                both.compareAndSet(false, isOpen() && hasSums() && isOpen());
                            }
                        });

        TestStores.open(home).close();
        done.set(true);
        watch.join();

        assertThat(both).isFalse();
    }

    private boolean isOpen() {
        return Files.exists(home.resolve("journal.lock.db"));
    }

    private boolean hasSums() {
        return Files.exists(home.resolve("journal.sums"));
    }

    @Test
    void aWrongPasswordRaisesNoAlarmOnceItIsRight() throws IOException {
        TestStores.open(home).close();
        Path key = home.resolve("database.key");
        String right = Files.readString(key);
        Files.writeString(key, right.replaceAll("[0-7]", "8"));
        try (OtherProcess other = OtherProcess.start(home)) {
            assertThatThrownBy(other::answer).hasMessageContaining("ended without an answer");
        }
        Files.writeString(key, right);

        try (Stores stores = TestStores.open(home)) {
            assertThat(stores.facts().warnings()).isEmpty();
        }
    }
}
