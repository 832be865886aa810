package plumbline.engine.exchange.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static plumbline.engine.exchange.http.Rig.DATA;
import static plumbline.engine.exchange.http.ScriptedServer.ok;
import static plumbline.engine.exchange.http.ScriptedServer.status;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plumbline.engine.exchange.http.ExchangeException.RateLimited;
import plumbline.engine.exchange.http.ExchangeException.Unavailable;
import plumbline.engine.exchange.resilience.Pause;
import plumbline.engine.exchange.resilience.RequestPriority;

/// Limits and bans, and the end of calls, over real sockets; time is made, except where it is said
/// how fast something ends.
class VenueLimitTest {
    private static final long MINUTE = 60_000;

    private Rig rig;

    @BeforeEach
    void start() throws IOException {
        rig = new Rig(60, Optional.empty());
    }

    @AfterEach
    void stop() throws IOException {
        rig.close();
    }

    private RateLimited limited(VenueRequest request) {
        return catchThrowableOfType(RateLimited.class, () -> rig.ask(request));
    }

    @Test
    void afterTooManyRequestsItWaitsAsLongAsTold() throws Exception {
        rig.server.next(status(429, "{}", "Retry-After: 90"));

        assertThat(rig.ask(DATA)).isEqualTo("{}");
        assertThat(rig.server.times()).containsExactly(0L, 90_000L);
        assertThat(rig.kinds())
                .containsExactly(
                        VenueEvent.Kind.LIMIT_CLOSED,
                        VenueEvent.Kind.RETRIED,
                        VenueEvent.Kind.LIMIT_OPENED);
    }

    @Test
    void theEndMayBeADate() throws Exception {
        String now = "Mon, 06 Jul 2026 10:00:00 GMT"; // the venue's clock is elsewhere
        String end = "Mon, 06 Jul 2026 10:01:40 GMT";
        rig.server.next(status(429, "{}", "Date: " + now, "Retry-After: " + end));

        rig.ask(DATA);

        assertThat(rig.server.times()).containsExactly(0L, 100_000L);
    }

    @Test
    void duringABanNotOneRequestIsSent() throws Exception {
        rig.server.next(status(418, "{}", "Retry-After: 10800"));

        RateLimited first = limited(DATA);
        assertThat(first.ban()).isTrue();
        assertThat(first.until()).isEqualTo(Instant.ofEpochMilli(MadeTime.START + 10_800_000));
        for (RequestPriority priority : RequestPriority.values()) {
            RateLimited later = limited(Rig.request(priority));
            assertThat(later.ban()).isTrue();
            assertThat(later.nothingExecuted()).isTrue();
            assertThat(later.until()).isEqualTo(first.until());
        }
        assertThat(rig.http.state().limit().closedUntil()).contains(first.until());
        assertThat(rig.http.state().limit().ban()).isTrue();
        rig.time.advance(10_799_999);
        limited(DATA.waitingFor(Duration.ZERO));
        assertThat(rig.server.times()).containsExactly(0L);

        rig.time.advance(1);
        rig.ask(DATA);

        assertThat(rig.server.times()).containsExactly(0L, 10_800_000L);
        assertThat(rig.http.state().limit().closedUntil()).isEmpty();
        assertThat(rig.kinds())
                .startsWith(VenueEvent.Kind.LIMIT_CLOSED)
                .endsWith(VenueEvent.Kind.LIMIT_OPENED);
    }

    /// Learning that the venue's clock is ahead must not end a ban early.
    @Test
    void aBanWithoutAnEndLastsTwoMinutes() throws Exception {
        rig.server.next(status(418, ""));
        limited(DATA.waitingFor(Duration.ofSeconds(119)));

        rig.http
                .clock()
                .measured(rig.time.millis(), rig.time.millis() + 300_000, rig.time.millis());
        limited(DATA.waitingFor(Duration.ofSeconds(119)));

        rig.ask(DATA.waitingFor(Duration.ofSeconds(120)));
        assertThat(rig.server.times()).containsExactly(0L, 120_000L);
    }

    /// A refusal that never ends is told after the last try.
    @Test
    void itDoesNotAskForever() {
        rig.server.always(status(429, "", "Retry-After: 61"));

        RateLimited e = limited(DATA);

        assertThat(e.getSuppressed()).hasSize(2);
        assertThat(rig.server.times()).containsExactly(0L, 61_000L, 122_000L);
    }

    @Test
    void theVenuesCountSlowsDownBeforeItRefuses() throws Exception {
        rig.server.always(ok("{}", "X-USED: 55"));

        rig.ask(Rig.request(RequestPriority.HISTORY));
        rig.ask(Rig.request(RequestPriority.HISTORY));

        assertThat(rig.server.times()).containsExactly(0L, MINUTE);
        assertThat(rig.http.state().limit().used()).isEqualTo(55);
    }

    @Test
    void aCountThatIsNoNumberIsNotBelieved() throws Exception {
        rig.server.always(ok("{}", "X-USED: -99999999999999999999"));

        rig.ask(DATA);

        assertThat(rig.http.state().limit().used()).isEqualTo(10);
    }

    @Test
    void whatIsTooHeavyIsSaid() {
        VenueRequest heavy = new VenueRequest("data", "/data", 100, RequestPriority.ORDER);

        assertThatThrownBy(() -> rig.ask(heavy))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("never fits");
        assertThat(rig.http.state().limit().waiting()).isZero();
    }

    @Test
    void twentyThreadsNeverSendMoreThanAWindowTakes() throws Exception {
        List<Future<?>> calls = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                RequestPriority priority = RequestPriority.values()[i % 3];
                VenueRequest request =
                        new VenueRequest("data", "/data", 3, priority)
                                .waitingFor(Duration.ofHours(1));
                calls.add(
                        threads.submit(() -> {
                            for (int n = 0; n < 20; n++) {
                                rig.ask(request);
                            }
                            return null;
                        }));
            }
            for (Future<?> call : calls) {
                call.get();
            }
        }

        Map<Long, Long> perMinute =
                rig.server.times().stream()
                        .collect(Collectors.groupingBy(ms -> ms / MINUTE, Collectors.counting()));
        assertThat(rig.server.times()).hasSize(400);
        assertThat(perMinute.values()).allMatch(count -> count * 3 <= 60);
        assertThat(rig.http.state().limit().inFlight()).isZero();
    }

    /// Each is so heavy that a window takes one only.
    @Test
    void whatMattersMoreGoesFirst() throws Exception {
        rig.ask(new VenueRequest("data", "/before", 60, RequestPriority.ORDER));
        AtomicBoolean held = new AtomicBoolean(true);
        rig.time.holdWhile(() -> held.get() || rig.http.state().limit().inFlight() > 0);
        List<RequestPriority> came =
                List.of(
                        RequestPriority.HISTORY,
                        RequestPriority.LIVE,
                        RequestPriority.HISTORY,
                        RequestPriority.ORDER,
                        RequestPriority.LIVE);

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < came.size(); i++) {
                VenueRequest request =
                        new VenueRequest("data", "/" + i, 40, came.get(i))
                                .waitingFor(Duration.ofHours(1));
                int waiting = i + 1;
                threads.submit(() -> rig.ask(request));
                until(() -> rig.http.state().limit().waiting() == waiting);
            }
            held.set(false);
        }

        assertThat(rig.server.targets()).containsExactly("/before", "/3", "/1", "/4", "/0", "/2");
        assertThat(rig.server.times())
                .containsExactly(0L, MINUTE, 2 * MINUTE, 3 * MINUTE, 4 * MINUTE, 5 * MINUTE);
    }

    private long interruptedAfterMs(VenueHttp http, Runnable whenToEnd) throws Exception {
        AtomicReference<Throwable> end = new AtomicReference<>();
        Thread thread =
                Thread.ofPlatform()
                        .start(() ->
                                end.set(
                                        catchThrowableOfType(
                                                InterruptedException.class,
                                                () -> http.get(DATA, Rig::text))));
        whenToEnd.run();
        long began = System.nanoTime();
        thread.interrupt();
        thread.join();
        assertThat(end.get()).isInstanceOf(InterruptedException.class);
        return (System.nanoTime() - began) / 1_000_000;
    }

    private static void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void whoWaitsForTheLimitCanBeInterrupted() throws Exception {
        VenueHttp http = rig.connect(60, Optional.empty(), Pause.REAL);
        rig.server.next(status(429, "", "Retry-After: 100"));

        long ms =
                interruptedAfterMs(
                        http,
                        () ->
                                until(() ->
                                        http.state().limit().waiting() == 1
                                                && http.state().limit().closedUntil().isPresent()));

        assertThat(ms).isLessThan(200);
        assertThat(http.state().limit().waiting()).isZero();
    }

    @Test
    void whoWaitsForAnAnswerCanBeInterrupted() throws Exception {
        rig.server.next(ScriptedServer.silence());

        long ms = interruptedAfterMs(rig.http, () -> until(() -> rig.server.times().size() == 1));

        assertThat(ms).isLessThan(200);
        assertThat(rig.http.state().limit().inFlight()).isZero();
        assertThat(rig.ask(DATA)).isEqualTo("{}");
    }

    @Test
    void whoWaitsForTheNextTryCanBeInterrupted() throws Exception {
        VenueHttp http = rig.connect(60, Optional.empty(), (signal, ms) -> signal.await());
        rig.server.next(status(500, ""));

        long ms = interruptedAfterMs(http, () -> until(() -> !rig.events.recent().isEmpty()));

        assertThat(ms).isLessThan(200);
    }

    @Test
    void closingSendsEveryoneAway() throws Exception {
        VenueHttp http = rig.connect(10, Optional.empty(), Pause.REAL);
        rig.server.always(ScriptedServer.silence());
        VenueRequest request = new VenueRequest("data", "/data", 10, RequestPriority.ORDER);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> calls = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                calls.add(threads.submit(() -> http.get(request, Rig::text)));
            }
            until(() -> rig.server.times().size() == 1 && http.state().limit().waiting() == 9);
            long began = System.nanoTime();
            http.close();
            for (Future<String> call : calls) {
                assertThatThrownBy(call::get)
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(Unavailable.class);
            }
            assertThat((System.nanoTime() - began) / 1_000_000).isLessThan(200);
        }
        assertThatThrownBy(() -> http.get(request, Rig::text)).hasMessageContaining("closed");
        assertThat(rig.server.times()).hasSize(1);
    }

    /// Beside the library's own timer, which the whole process has once, as a daemon.
    @Test
    void nothingIsLeftAfterTheEnd() throws Exception {
        Set<Thread> before = new HashSet<>(Thread.getAllStackTraces().keySet());
        VenueHttp http = rig.connect(6000, Optional.empty(), null);
        rig.server.next(ScriptedServer.silence(), rig.server.drip(20), status(500, ""));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 30; i++) {
                threads.submit(() -> http.get(DATA, Rig::text));
            }
        }
        assertThat(rig.server.connections()).isPositive();

        http.close();
        rig.transport.close();

        long began = System.nanoTime();
        while (rig.server.connections() > 0 && System.nanoTime() - began < 2_000_000_000L) {
            Thread.sleep(5);
        }
        assertThat(rig.server.connections()).isZero();
        assertThat(rig.transport.ended()).isTrue();
        Set<Thread> after = new HashSet<>(Thread.getAllStackTraces().keySet());
        after.removeAll(before);
        assertThat(after).allMatch(Thread::isDaemon);
    }

    /// They wait for the limit, one a minute, while the group fails.
    @Test
    void whoWaitsWhileAGroupFailsIsNotSent() throws Exception {
        rig.server.always(status(500, ""));
        VenueRequest request =
                new VenueRequest("data", "/data", 40, RequestPriority.LIVE)
                        .waitingFor(Duration.ofHours(1))
                        .once();
        AtomicBoolean held = new AtomicBoolean(true);
        rig.time.holdWhile(() -> held.get() || rig.http.state().limit().inFlight() > 0);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                threads.submit(() -> rig.ask(request));
            }
            until(() -> rig.http.state().limit().waiting() == 7);
            held.set(false);
        }

        assertThat(rig.server.times()).hasSize(3);
    }
}
