package plumbline.engine.market;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CandleBufferTest {
    private static CandleBuffer counted(int capacity, int candles) {
        CandleBuffer buffer = new CandleBuffer(capacity);
        for (int i = 0; i < candles; i++) {
            buffer.add(i, i + 0.1, i + 0.2, i + 0.3, i + 0.4, i + 0.5);
        }
        return buffer;
    }

    private static void assertCounted(CandleSeries candles, int size) {
        assertThat(candles.size()).isEqualTo(size);
        for (int i = 0; i < size; i++) {
            assertThat(candles.candle(i))
                    .isEqualTo(new Candle(i, i + 0.1, i + 0.2, i + 0.3, i + 0.4, i + 0.5));
        }
    }

    @Test
    void growsAsFarAsItMust() {
        for (int size : new int[] {0, 1, 16, 17, 1_000}) {
            assertCounted(counted(0, size).toSeries(), size);
        }
    }

    @Test
    void aSeriesKeepsItsCandlesWhateverIsAddedAfterwards() {
        CandleBuffer buffer = counted(0, 40);
        CandleSeries first = buffer.toSeries();

        buffer.add(40, 40.1, 40.2, 40.3, 40.4, 40.5);

        assertCounted(first, 40);
        assertCounted(buffer.toSeries(), 41);
    }

    @Test
    void partsOfASeriesAreAppended() {
        CandleSeries all = counted(0, 100).toSeries();
        CandleBuffer buffer = new CandleBuffer(0);

        buffer.add(all, 0, 30);
        buffer.add(all, 30, 100);

        assertCounted(buffer.toSeries(), 100);
    }

    @Test
    void roomThatIsAskedForIsFilledByWhoAsked() {
        CandleBuffer buffer = counted(16, 10);
        assertThat(buffer.hasRoom(6)).isTrue();
        assertThat(buffer.hasRoom(7)).isFalse();

        int at = buffer.extend(7);
        for (int i = at; i < 17; i++) {
            buffer.time()[i] = i;
            for (int c = 0; c < CandleBuffer.VALUES; c++) {
                buffer.values()[c][i] = i + (c + 1) / 10.0;
            }
        }

        assertThat(at).isEqualTo(10);
        assertCounted(buffer.toSeries(), 17);
    }

    @Test
    void reservedRoomIsNotGrown() {
        CandleBuffer buffer = counted(0, 10);

        buffer.reserve(500);
        long[] time = buffer.time();
        for (int i = 10; i < 500; i++) {
            buffer.add(i, i + 0.1, i + 0.2, i + 0.3, i + 0.4, i + 0.5);
        }

        assertThat(buffer.time()).isSameAs(time).hasSize(500);
        assertCounted(buffer.toSeries(), 500);
    }

    @Test
    void candlesAreBroughtIntoOrder() {
        CandleBuffer buffer = new CandleBuffer(0);
        for (int i : new int[] {2, 0, 1}) {
            buffer.add(i, i + 0.1, i + 0.2, i + 0.3, i + 0.4, i + 0.5);
        }

        buffer.arrange(new int[] {1, 2, 0});

        assertCounted(buffer.toSeries(), 3);
    }
}
