package plumbline.simulator.binance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import plumbline.engine.market.Timeframe;
import plumbline.simulator.Client;
import plumbline.simulator.SimulatorServer;
import plumbline.simulator.SimulatorSettings;
import tools.jackson.databind.JsonNode;

/// Ranges of candles over a real socket, against a list that is built and searched in the plainest
/// way.
class KlinesTest {
    private static final long MINUTE = 60_000;
    private static final long DAY = 1440 * MINUTE;

    /// 2017-08-17, when BTCUSDT was listed.
    private static final long LISTED = 17_395 * DAY;

    /// In the middle of a minute, sixty days later.
    private static final long NOW = LISTED + 60 * DAY + 754 * MINUTE + 31_000;

    private static SimulatorServer server;
    private static Client client;
    private static List<Row> minutes;

    /// One candle of the oracle.
    private record Row(
            long open,
            BigDecimal o,
            BigDecimal h,
            BigDecimal l,
            BigDecimal c,
            BigDecimal v,
            long n) {

        static Row of(JsonNode row) {
            return new Row(
                    row.get(0).longValue(),
                    new BigDecimal(row.get(1).stringValue()),
                    new BigDecimal(row.get(2).stringValue()),
                    new BigDecimal(row.get(3).stringValue()),
                    new BigDecimal(row.get(4).stringValue()),
                    new BigDecimal(row.get(5).stringValue()),
                    row.get(8).longValue());
        }

        Row and(Row later) {
            return new Row(
                    open, o, h.max(later.h), l.min(later.l), later.c, v.add(later.v), n + later.n);
        }

        Row at(long time) {
            return new Row(time, o, h, l, c, v, n);
        }
    }

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        // a seed whose venue stood still within the sixty days
        server = SimulatorServer.start(SimulatorSettings.standing(2, NOW).unlimited());
        client = new Client(server);
        minutes = new ArrayList<>();
        for (long at = LISTED; at <= NOW; at += 1000 * MINUTE) {
            for (JsonNode row :
                    client.json(
                            "klines?symbol=BTCUSDT&interval=1m&limit=1000&startTime="
                                    + at
                                    + "&endTime="
                                    + (at + 1000 * MINUTE - 1))) {
                minutes.add(Row.of(row));
            }
        }
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    private static List<Row> built(Timeframe timeframe) {
        Map<Long, Row> rows = new LinkedHashMap<>();
        for (Row minute : minutes) {
            long open = timeframe.openOf(minute.open());
            rows.merge(open, minute.at(open), Row::and);
        }
        return new ArrayList<>(rows.values());
    }

    private static List<Row> wanted(
            List<Row> all, @Nullable Long start, @Nullable Long end, @Nullable Integer limit) {
        List<Row> rows = new ArrayList<>(all);
        rows.removeIf(r -> start != null && r.open() < start || end != null && r.open() > end);
        int most = limit == null ? 500 : Math.min(limit, 1000);
        if (rows.size() <= most) {
            return rows;
        }
        return start != null
                ? rows.subList(0, most)
                : rows.subList(rows.size() - most, rows.size());
    }

    private static List<Row> got(
            Timeframe timeframe, @Nullable Long start, @Nullable Long end, @Nullable Integer limit)
            throws IOException, InterruptedException {
        String query =
                "klines?symbol=BTCUSDT&interval="
                        + timeframe.code()
                        + (start == null ? "" : "&startTime=" + start)
                        + (end == null ? "" : "&endTime=" + end)
                        + (limit == null ? "" : "&limit=" + limit);
        List<Row> rows = new ArrayList<>();
        client.json(query).forEach(row -> rows.add(Row.of(row)));
        return rows;
    }

    @Test
    void rangesAreThoseOfThePlainList() throws IOException, InterruptedException {
        Random random = new Random(1);
        for (Timeframe timeframe : Timeframe.values()) {
            if (timeframe == Timeframe.S1) {
                continue;
            }
            List<Row> all = built(timeframe);
            for (int i = 0; i < 24; i++) {
                @Nullable Long start = random.nextInt(3) > 0 ? time(random) : null;
                @Nullable Long end = random.nextInt(3) > 0 ? time(random) : null;
                @Nullable Integer limit = random.nextInt(3) > 0 ? 1 + random.nextInt(1100) : null;

                assertThat(got(timeframe, start, end, limit))
                        .as(timeframe + " " + start + " " + end + " " + limit)
                        .isEqualTo(wanted(all, start, end, limit));
            }
        }
    }

    private static long time(Random random) {
        long time = LISTED - 10 * DAY + (long) (random.nextDouble() * 80 * DAY);
        return random.nextBoolean() ? time : time / MINUTE * MINUTE;
    }

    @Test
    void outagesAreAbsentAndTheUnfinishedCandleIsTheLast() {
        long expected = (NOW - LISTED) / MINUTE + 1;
        assertThat(minutes.size()).isLessThan((int) expected).isGreaterThan((int) expected - 2000);
        assertThat(minutes.getLast().open()).isEqualTo(NOW / MINUTE * MINUTE);
        assertThat(minutes).extracting(Row::open).isSorted().doesNotHaveDuplicates();
        assertThat(Collections.frequency(minutes, minutes.getFirst())).isOne();
    }

    /// BTCUSDT has prices of two decimals and lots of five; the wire has eight of each.
    @Test
    void aRowIsWrittenAsTheVenueWritesIt() throws IOException, InterruptedException {
        String body = client.get("klines?symbol=BTCUSDT&interval=1m&limit=2").body();

        assertThat(body)
                .matches(
                        "\\[(\\[\\d{13}(,\"\\d+\\.\\d\\d000000\"){4},\"\\d+\\.\\d{5}000\",\\d{13},"
                                + "\"\\d+\\.\\d{7}0\",\\d+,\"\\d+\\.\\d{5}000\",\"\\d+\\.\\d{7}0\",\"0\"\\],?){2}\\]");
    }

    @Test
    void secondsAreMadeOfTrades() throws IOException, InterruptedException {
        long minute = LISTED + 3 * DAY;
        Row whole = got(Timeframe.M1, minute, minute, 1).getFirst();
        List<Row> seconds = got(Timeframe.S1, minute, minute + MINUTE - 1, 1000);

        assertThat(seconds).hasSize(60);
        assertThat(seconds.stream().map(Row::v).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(whole.v());
        assertThat(seconds.stream().mapToLong(Row::n).sum()).isEqualTo(whole.n());
        assertThat(seconds.getLast().c()).isEqualTo(whole.c());
    }

    @Test
    void daysOfAZoneBeginAtItsMidnight() throws IOException, InterruptedException {
        JsonNode days = client.json("klines?symbol=BTCUSDT&interval=1d&limit=5&timeZone=-5:30");

        assertThat(days.size()).isEqualTo(5);
        days.forEach(day -> assertThat((day.get(0).longValue() - 330 * MINUTE) % DAY).isZero());
    }

    @Test
    void aggregateTradesOfAMinuteSumUpToItsCandle() throws IOException, InterruptedException {
        long minute = LISTED + 5 * DAY + 100 * MINUTE;
        Row candle = got(Timeframe.M1, minute, minute, 1).getFirst();
        BigDecimal volume = BigDecimal.ZERO;
        long singles = 0;
        for (JsonNode trade :
                client.json(
                        "aggTrades?symbol=BTCUSDT&limit=1000&startTime="
                                + minute
                                + "&endTime="
                                + (minute + MINUTE - 1))) {
            volume = volume.add(new BigDecimal(trade.get("q").stringValue()));
            singles += trade.get("l").longValue() - trade.get("f").longValue() + 1;
        }

        assertThat(volume).isEqualByComparingTo(candle.v());
        assertThat(singles).isEqualTo(candle.n());
    }

    /// A year of minutes, a thousand at a time.
    @Test
    @Timeout(60)
    void aYearOfMinutesIsServedInPages() throws IOException, InterruptedException {
        long end = LISTED + 365 * DAY;
        client.post("/clock", "{\"time\": " + (end + DAY) + "}");
        long at = LISTED;
        long rows = 0;
        try {
            while (at < end) {
                String body =
                        client.get(
                                        "klines?symbol=ETHUSDT&interval=1m&limit=1000&startTime="
                                                + at
                                                + "&endTime="
                                                + (end - 1))
                                .body();
                rows += body.chars().filter(c -> c == '[').count() - 1;
                int last = body.lastIndexOf('[') + 1;
                at = Long.parseLong(body.substring(last, last + 13)) + MINUTE;
            }
        } finally {
            client.post("/clock", "{\"time\": " + NOW + "}");
        }

        assertThat(rows).isBetween(520_000L, 525_599L);
    }
}
