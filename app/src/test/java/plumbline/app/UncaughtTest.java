package plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UncaughtTest {
    @TempDir Path folder;

    private final List<Throwable> told = new CopyOnWriteArrayList<>();
    private final Thread.@Nullable UncaughtExceptionHandler before =
            Thread.getDefaultUncaughtExceptionHandler();

    @BeforeEach
    void install() {
        Logs.start(new Home(folder), new Logs.Detail(false, true), "info");
        new Uncaught(told::add).install();
    }

    @AfterEach
    void restore() {
        Thread.setDefaultUncaughtExceptionHandler(before);
        Logs.stop();
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("logs/plumbline.log"));
    }

    @Test
    void aFailureOfAnyThreadReachesLogAndUser() throws Exception {
        Thread thread =
                Thread.ofPlatform()
                        .name("worker-7")
                        .start(() -> {
                            throw new IllegalStateException("of a thread");
                        });
        thread.join();
        List<Thread> made = new CopyOnWriteArrayList<>();
        try (ExecutorService pool = Executors.newSingleThreadExecutor(work -> pooled(work, made))) {
            pool.execute(() -> {
                throw new AssertionError("of a pool");
            });
        }
        for (Thread one : made) {
            one.join();
        }

        assertThat(told).extracting(Throwable::getMessage).contains("of a thread", "of a pool");
        assertThat(log()).contains("worker-7 failed", "of a thread", "of a pool", "\tat plumbline");
    }

    private static Thread pooled(Runnable work, List<Thread> made) {
        Thread thread = Thread.ofPlatform().unstarted(work);
        made.add(thread);
        return thread;
    }

    @Test
    void theSameAgainAndAgainIsToldNowAndThen() throws IOException {
        List<Throwable> counted = new CopyOnWriteArrayList<>();
        Uncaught uncaught = new Uncaught(told::add, counted::add);
        for (int i = 0; i < 150; i++) {
            uncaught.uncaughtException(
                    Thread.currentThread(), new IllegalStateException("no " + i));
        }

        assertThat(told).extracting(Throwable::getMessage).containsExactly("no 0", "no 9", "no 99");
        assertThat(counted).hasSize(150);
        assertThat(log().lines().filter(line -> line.contains(" failed ("))).hasSize(3);
    }
}
