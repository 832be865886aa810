package plumbline.engine.exchange.binance;

import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import plumbline.engine.market.CandleBuffer;
import tools.jackson.databind.json.JsonMapper;

/// Candles of Binance's JSON, a page of 1000 at a time, ours and Jackson's binding of the same page
/// to objects and from them to columns.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class KlineBenchmark {
    private static final int ROWS = 1000;

    private final JsonMapper jackson = JsonMapper.builder().build();
    private final byte[] page = page();

    private static byte[] page() {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder("[");
        double price = 60_000;
        for (int i = 0; i < ROWS; i++) {
            double open = price;
            price *= 1 + (random.nextDouble() - 0.5) * 0.002;
            text.append(i == 0 ? "" : ",")
                    .append(
                            String.format(
                                    Locale.ROOT,
                                    "[%d,\"%.8f\",\"%.8f\",\"%.8f\",\"%.8f\",\"%.8f\",%d,\"%.8f\",%d,"
                                            + "\"%.8f\",\"%.8f\",\"0\"]",
                                    1_586_987_400_000L + i * 60_000L,
                                    open,
                                    Math.max(open, price) * 1.0005,
                                    Math.min(open, price) * 0.9995,
                                    price,
                                    random.nextDouble() * 100,
                                    1_586_987_459_999L + i * 60_000L,
                                    random.nextDouble() * 1e6,
                                    random.nextInt(5000),
                                    random.nextDouble() * 50,
                                    random.nextDouble() * 1e6));
        }
        return text.append("]").toString().getBytes(StandardCharsets.UTF_8);
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public CandleBuffer ours() throws ParseException {
        CandleBuffer candles = new CandleBuffer(ROWS);
        new KlineReader(page).read(candles);
        return candles;
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public CandleBuffer jacksonBinding() {
        CandleBuffer candles = new CandleBuffer(ROWS);
        for (Object[] row : jackson.readValue(page, Object[][].class)) {
            candles.add(
                    ((Number) row[0]).longValue(),
                    Double.parseDouble((String) row[1]),
                    Double.parseDouble((String) row[2]),
                    Double.parseDouble((String) row[3]),
                    Double.parseDouble((String) row[4]),
                    Double.parseDouble((String) row[5]));
        }
        return candles;
    }
}
