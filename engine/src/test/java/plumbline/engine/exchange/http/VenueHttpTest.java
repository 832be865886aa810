package plumbline.engine.exchange.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static plumbline.engine.exchange.http.Rig.DATA;
import static plumbline.engine.exchange.http.ScriptedServer.claiming;
import static plumbline.engine.exchange.http.ScriptedServer.ok;
import static plumbline.engine.exchange.http.ScriptedServer.raw;
import static plumbline.engine.exchange.http.ScriptedServer.reset;
import static plumbline.engine.exchange.http.ScriptedServer.status;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.engine.exchange.http.ExchangeException.Malformed;
import plumbline.engine.exchange.http.ExchangeException.Refused;
import plumbline.engine.exchange.http.ExchangeException.Unavailable;
import plumbline.engine.exchange.resilience.RequestPriority;

/// Bad answers, over real sockets: what is sent again, when, and what is said in the end.
class VenueHttpTest {
    private Rig rig;

    @BeforeEach
    void start() throws IOException {
        rig = new Rig();
    }

    @AfterEach
    void stop() throws IOException {
        rig.close();
    }

    private <E extends Exception> E failure(Class<E> kind, VenueRequest request) {
        return catchThrowableOfType(kind, () -> rig.ask(request));
    }

    @Test
    void anAnswerIsRead() throws Exception {
        rig.server.next(ok("{1}"));

        assertThat(rig.ask(DATA.with("symbol", "这是测试币456").with("a", "b&c"))).isEqualTo("{1}");
        String target = rig.server.targets().getFirst();
        assertThat(target).startsWith("/data?symbol=%E8%BF%99");
        assertThat(URLDecoder.decode(target, StandardCharsets.UTF_8))
                .isEqualTo("/data?symbol=这是测试币456&a=b&c");
        assertThat(rig.server.journal().getFirst().headers())
                .contains("User-Agent: Plumbline", "Accept-Encoding: gzip");
        assertThat(rig.http.state().latency()).isPresent();
        assertThat(rig.http.state().limit().used()).isEqualTo(10);
    }

    @Test
    void oneConnectionIsUsedAgain() throws Exception {
        for (int i = 0; i < 5; i++) {
            rig.ask(DATA);
        }

        assertThat(rig.server.connections()).isEqualTo(1);
    }

    /// The pauses are drawn from 0 to 500 ms, then 1000 ms; here always the most.
    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void aVenueThatDoesNotWorkIsAskedAgainLater(int status) throws Exception {
        rig.server.next(status(status, "oops"), status(status, "oops"));

        assertThat(rig.ask(DATA)).isEqualTo("{}");
        assertThat(rig.server.times()).containsExactly(0L, 500L, 1500L);
        assertThat(rig.kinds()).containsExactly(VenueEvent.Kind.RETRIED, VenueEvent.Kind.RETRIED);
    }

    @Test
    void afterTheLastTryAllFailuresAreTold() {
        rig.server.always(status(503, "oops"));

        Unavailable e = failure(Unavailable.class, DATA);

        assertThat(e).hasMessageContaining("test /data").hasMessageContaining("503");
        assertThat(e.nothingExecuted()).isFalse();
        assertThat(e.getSuppressed()).hasSize(2);
        assertThat(rig.server.times()).hasSize(3);
        assertThat(rig.http.state().error().orElseThrow().reason()).contains("503");
    }

    @Test
    void whatMustNotBeRepeatedIsSentOnce() {
        rig.server.always(status(503, "oops"));

        failure(Unavailable.class, DATA.once());

        assertThat(rig.server.times()).hasSize(1);
    }

    @Test
    void aResetBeforeTheRequestIsReadIsNoAnswer() throws Exception {
        rig.server.resetNextConnections(1);

        assertThat(rig.ask(DATA)).isEqualTo("{}");
        assertThat(rig.server.times()).containsExactly(500L);
    }

    @Test
    void aResetAfterTheRequestWasReadLeavesItUnknown() throws Exception {
        rig.server.next(reset());

        Unavailable e = failure(Unavailable.class, DATA.once());

        assertThat(e.nothingExecuted()).isFalse();
        assertThat(rig.ask(DATA)).isEqualTo("{}");
        assertThat(rig.server.times()).hasSize(2);
    }

    /// Even what must not be repeated may be, if it never left.
    @Test
    void whereNobodyListensNothingWasSent() throws Exception {
        rig.server.close();

        Unavailable e = failure(Unavailable.class, DATA.once());

        assertThat(e.nothingExecuted()).isTrue();
        assertThat(e.getSuppressed()).hasSize(2);
    }

    @Test
    void aTruncatedAnswerIsAskedForAgain() throws Exception {
        rig.server.next(claiming(5000, "{\"half\":"));

        assertThat(rig.ask(DATA)).isEqualTo("{}");
        assertThat(rig.server.times()).containsExactly(0L, 500L);
    }

    @Test
    void anAnswerLongerThanItSaysIsAskedForAgain() throws Exception {
        rig.server.next(claiming(4, "{\"half\":1}"));

        assertThat(rig.ask(DATA)).isEqualTo("{}");
        assertThat(rig.server.times()).hasSizeBetween(2, 3);
    }

    @Test
    void garbageInsteadOfAPackedAnswerIsAskedForAgain() throws Exception {
        rig.server.next(ok("this is no gzip, however long", "Content-Encoding: gzip"));

        assertThat(rig.ask(DATA)).isEqualTo("{}");
        assertThat(rig.server.times()).containsExactly(0L, 500L);
    }

    @Test
    void garbageInsteadOfHttpIsAskedForAgain() throws Exception {
        rig.server.next(raw("SSH-2.0-OpenSSH_9.6\r\n"));

        assertThat(rig.ask(DATA)).isEqualTo("{}");
    }

    @Test
    void aVenueThatNeverAnswersIsLeftAfterAWhile() throws Exception {
        rig.server.next(ScriptedServer.silence());

        assertThat(rig.ask(DATA)).isEqualTo("{}");
        assertThat(rig.server.times()).hasSize(2);
    }

    /// Each byte comes in time, all of them do not.
    @Test
    void anAnswerThatDripsIsLeftAfterAWhile() throws Exception {
        rig.server.next(rig.server.drip(50));

        assertThat(rig.ask(DATA)).isEqualTo("{}");
        assertThat(rig.server.times()).hasSize(2);
    }

    @Test
    void anAnswerThatIsTooLargeIsNotAskedForAgain() {
        rig.server.always(ok("x".repeat(65_537)));

        Malformed e = failure(Malformed.class, DATA);

        assertThat(e).hasMessageContaining("65536");
        assertThat(rig.server.times()).hasSize(1);
    }

    @Test
    void anAnswerThatCannotBeReadSaysWhere() {
        rig.server.always(ok("<html>"));

        Malformed e = failure(Malformed.class, DATA);

        assertThat(e.position()).isEqualTo(6);
        assertThat(e.endpoint()).isEqualTo("/data");
        assertThat(rig.server.times()).hasSize(3);
    }

    @Test
    void aRefusalIsFinalAndInTheVenuesWords() {
        rig.server.always(status(400, "{\"code\":-1121,\"msg\":\"Invalid symbol.\"}"));

        Refused e = failure(Refused.class, DATA.with("secret", "12345"));

        assertThat(e.status()).isEqualTo(400);
        assertThat(e.code()).isEqualTo("-1121");
        assertThat(e.words()).isEqualTo("Invalid symbol.");
        assertThat(e.getMessage()).doesNotContain("12345");
        assertThat(rig.server.times()).hasSize(1);
    }

    @Test
    void ofAFirewallsPageOneLineIsShown() {
        rig.server.always(status(403, "\n<html>\u0007 no " + "x".repeat(500) + "\nmore"));

        Refused e = failure(Refused.class, DATA);

        assertThat(e.words()).startsWith("<html>  no xx").hasSize(201).doesNotContain("more");
    }

    @Test
    void nobodyIsFollowedToAnotherAddress() {
        rig.server.always(status(302, "", "Location: /elsewhere"));

        assertThat(failure(Refused.class, DATA).status()).isEqualTo(302);
        assertThat(rig.server.targets()).containsExactly("/data");
    }

    /// Three in a row, and the group is left alone for 30 s; others are not.
    @Test
    void aGroupThatFailsIsLeftAlone() throws Exception {
        rig.server.always(status(500, "oops"));
        failure(Unavailable.class, DATA);

        Unavailable e = failure(Unavailable.class, DATA);
        assertThat(e).hasMessageContaining("left alone for 30 s");
        assertThat(e.nothingExecuted()).isTrue();
        assertThat(rig.server.times()).hasSize(3);
        assertThat(rig.http.state().breakers()).isEqualTo(Map.of("data", VenueState.Breaker.OPEN));

        rig.server.always(ok("{}"));
        rig.ask(new VenueRequest("other", "/other", 1, RequestPriority.LIVE));
        assertThat(rig.server.times()).hasSize(4);

        rig.time.advance(30_001);
        rig.ask(DATA);
        assertThat(rig.http.state().breakers()).containsEntry("data", VenueState.Breaker.CLOSED);
        assertThat(rig.kinds())
                .containsSubsequence(
                        VenueEvent.Kind.BREAKER_OPENED,
                        VenueEvent.Kind.BREAKER_PROBING,
                        VenueEvent.Kind.BREAKER_CLOSED);
    }

    @Test
    void aGroupThatStillFailsIsLeftAloneAgain() {
        rig.server.always(status(500, "oops"));
        failure(Unavailable.class, DATA);
        rig.time.advance(30_001);

        failure(Unavailable.class, DATA);
        failure(Unavailable.class, DATA);

        assertThat(rig.server.times()).hasSize(4);
        assertThat(rig.http.state().breakers()).containsEntry("data", VenueState.Breaker.OPEN);
    }

    @Test
    void onlyOneRequestIsTried() throws Exception {
        rig.server.always(status(500, "oops"));
        failure(Unavailable.class, DATA);
        rig.time.advance(30_001);
        CountDownLatch answer = new CountDownLatch(1);
        rig.server.always(socket -> {
            answer.await();
            return ok("{}").answer(socket);
        });

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> probe = threads.submit(() -> rig.ask(DATA));
            while (rig.server.times().size() < 4) {
                Thread.sleep(1);
            }
            for (int i = 0; i < 10; i++) {
                failure(Unavailable.class, DATA);
            }
            assertThat(rig.server.times()).hasSize(4);
            answer.countDown();
            assertThat(probe.get()).isEqualTo("{}");
        }
        assertThat(rig.ask(DATA)).isEqualTo("{}");
    }

    @Test
    void aLookAtTheVenuesClockComesFirstAndEveryTenMinutes() throws Exception {
        VenueRequest time = new VenueRequest("time", "/time", 1, RequestPriority.ORDER);
        rig.server.always(ok("{}"));
        VenueHttp http =
                rig.connect(
                        6000,
                        Optional.of(
                                new VenueProfile.TimeQuestion(
                                        time, body -> rig.time.millis() + 1272)),
                        null);

        http.get(DATA, Rig::text);
        http.get(DATA, Rig::text);
        assertThat(rig.server.targets()).containsExactly("/time", "/data", "/data");
        assertThat(http.state().clockOffset()).contains(Duration.ofMillis(1272));
        rig.time.advance(600_001);
        http.get(DATA, Rig::text);

        assertThat(rig.server.targets()).endsWith("/time", "/data");
        assertThat(rig.kinds()).containsExactly(VenueEvent.Kind.CLOCK_LEARNT);
    }

    @Test
    void withoutTheVenuesTimeCallsGoOn() throws Exception {
        VenueRequest time = new VenueRequest("time", "/time", 1, RequestPriority.ORDER);
        VenueHttp http =
                rig.connect(
                        6000, Optional.of(new VenueProfile.TimeQuestion(time, body -> 0L)), null);
        rig.server.next(status(404, ""));

        http.get(DATA, Rig::text);
        http.get(DATA, Rig::text);

        assertThat(rig.server.targets()).containsExactly("/time", "/data", "/data");
        assertThat(http.state().clockOffset()).isEmpty();
        assertThat(rig.kinds()).containsExactly(VenueEvent.Kind.CLOCK_UNKNOWN);
    }

    @Test
    void theLastHundredEventsAreKept() {
        rig.server.always(ok("<html>"));
        for (int i = 0; i < 60; i++) {
            failure(Malformed.class, DATA);
        }

        assertThat(rig.events.recent()).hasSize(100);
        assertThat(rig.events.recent().getLast().reason()).startsWith("try 3 of 3 for /data");
    }

    @Test
    void aProfileThatLeadsNowhereIsRefused() {
        assertThatThrownBy(() -> new VenueRequest("a", "data", 1, RequestPriority.LIVE))
                .hasMessageContaining("slash");
        assertThat(List.of(CallRules.USUAL.pauseMs(1), CallRules.USUAL.pauseMs(99)))
                .containsExactly(500L, 20_000L);
    }
}
