package plumbline.storage.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import plumbline.engine.market.StorageException;

@Timeout(30)
class StoreThreadsTest {
    @Test
    void worksOnNamedThreads() {
        StoreThreads one = new StoreThreads("store-writer", 1);
        StoreThreads several = new StoreThreads("store-reader", 2);

        assertThat(one.call(() -> Thread.currentThread().getName())).isEqualTo("store-writer");
        assertThat(several.call(() -> Thread.currentThread().getName()))
                .isEqualTo("store-reader-1");
    }

    @Test
    void anInterruptedCallerWaitsAndTheWorkKnowsNothingOfIt() throws InterruptedException {
        StoreThreads threads = new StoreThreads("store-writer", 1);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        AtomicBoolean workWasInterrupted = new AtomicBoolean();
        AtomicBoolean callerWasInterrupted = new AtomicBoolean();
        AtomicBoolean returned = new AtomicBoolean();
        Thread caller =
                Thread.ofPlatform()
                        .start(() -> {
                            threads.call(() -> {
                                begun.countDown();
                                release.await();
                                workWasInterrupted.set(Thread.currentThread().isInterrupted());
                                return "";
                            });
                            callerWasInterrupted.set(Thread.currentThread().isInterrupted());
                            returned.set(true);
                        });
        begun.await();

        caller.interrupt();
        caller.join(100);

        assertThat(returned).isFalse();
        release.countDown();
        caller.join();
        assertThat(workWasInterrupted).isFalse();
        assertThat(callerWasInterrupted).isTrue();
    }

    @Test
    void passesOnWhatTheWorkThrows() {
        StoreThreads threads = new StoreThreads("store-writer", 1);

        assertThatThrownBy(() ->
                        threads.call(() -> {
                            throw new StorageException("full");
                        }))
                .isInstanceOf(StorageException.class)
                .hasMessage("full");
        assertThatThrownBy(() ->
                        threads.call(() -> {
                            throw new AssertionError("bug");
                        }))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void finishesWhatItHasWhenItEndsAndTakesNothingMore() throws InterruptedException {
        StoreThreads threads = new StoreThreads("store-writer", 1);
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean done = new AtomicBoolean();
        Thread caller =
                Thread.ofPlatform()
                        .start(() ->
                                threads.call(() -> {
                                    begun.countDown();
                                    Thread.sleep(50);
                                    done.set(true);
                                    return "";
                                }));
        begun.await();

        threads.end();

        assertThat(done).isTrue();
        assertThatThrownBy(() -> threads.call(() -> ""))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("closed");
        caller.join();
    }
}
