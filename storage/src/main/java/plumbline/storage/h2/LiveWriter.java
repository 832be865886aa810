package plumbline.storage.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import plumbline.engine.market.CandleRepository.UpsertResult;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.LiveCandle;
import plumbline.engine.market.SeriesInfo;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;
import plumbline.storage.table.ChunkGrid;
import plumbline.storage.table.CoverageTable;
import plumbline.storage.table.LiveBatch;
import plumbline.storage.table.SeriesTable;

/// Writes what just happened in one series, within one transaction: new candles go to the tail,
/// late ones where they belong.
final class LiveWriter {
    /// A tail of more timeframes than this is moved into chunks.
    private static final int LONGEST_TAIL = 2048;

    /// More candles of one series at once than this go straight into a chunk: packing it again
    /// costs less than so many rows, which would have to be removed later.
    private static final int MOST_ROWS = 64;

    private final H2Database database;
    private final Connection connection;
    private SeriesTable.Row series;

    LiveWriter(H2Database database, Connection connection, SeriesKey key) throws SQLException {
        this.database = database;
        this.connection = connection;
        this.series = SeriesTable.lock(connection, key);
    }

    /// @param candles of this series, in the order in which they came
    void write(List<LiveCandle> candles, String source) throws SQLException {
        LiveBatch batch = LiveBatch.of(candles, series.info());
        List<LiveCandle> recent = batch.recent();
        CandleSeries finished = batch.finished();
        if (finished.size() > MOST_ROWS) {
            append(recent.stream().filter(one -> !one.finished()).toList());
            upsert(finished, source);
        } else {
            append(recent);
            if (!finished.isEmpty()) {
                note(finished, finished.size(), series.revision() + 1, source);
            }
        }
        if (!batch.late().isEmpty()) {
            upsert(batch.late(), source);
        }
        sealIfLong();
    }

    /// @param recent newer than every finished candle
    private void append(List<LiveCandle> recent) throws SQLException {
        if (recent.isEmpty()) {
            return;
        }
        TailTable tail = new TailTable(connection, series);
        try (TailTable.Writer writer = tail.writer()) {
            for (LiveCandle one : recent) {
                writer.add(one.candle(), one.finished(), series.revision() + 1);
            }
            writer.write();
        }
        SeriesInfo known = series.info();
        long from = known.candles() == 0 ? Long.MIN_VALUE : known.lastOpenMs() + 1;
        tail.deleteForming(new TimeRange(from, recent.getLast().candle().openTimeMs()));
    }

    private void upsert(CandleSeries candles, String source) throws SQLException {
        SeriesWriter writer = new SeriesWriter(database, connection, series);
        UpsertResult result = writer.upsert(candles, false);
        if (result.inserted() + result.updated() > 0) {
            note(candles, result.inserted(), writer.revision(), source);
        }
    }

    private void note(CandleSeries written, long inserted, long revision, String source)
            throws SQLException {
        series = series.after(inserted, LiveBatch.times(written), source).at(revision);
        SeriesTable.update(connection, series);
        TimeRange asked = written.span(series.info().key().timeframe());
        CoverageTable.add(connection, series, asked, source);
    }

    /// Moves the tail into chunks when it is long, or reaches into a slot that has begun.
    private void sealIfLong() throws SQLException {
        OptionalLong oldest = new TailTable(connection, series).oldest();
        if (oldest.isEmpty()) {
            return;
        }
        Timeframe timeframe = series.info().key().timeframe();
        long newest = series.info().lastOpenMs();
        if (timeframe.steps(oldest.getAsLong(), newest) >= LONGEST_TAIL
                || ChunkGrid.of(timeframe, oldest.getAsLong()) < ChunkGrid.of(timeframe, newest)) {
            new SeriesWriter(database, connection, series).seal();
            series = series.at(series.revision() + 1);
            SeriesTable.update(connection, series);
        }
    }
}
