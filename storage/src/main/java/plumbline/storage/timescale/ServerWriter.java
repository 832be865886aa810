package plumbline.storage.timescale;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plumbline.engine.market.CandleRepository.UpsertResult;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.LiveCandle;
import plumbline.engine.market.SeriesInfo;
import plumbline.engine.market.SlotSum;
import plumbline.engine.market.TimeRange;
import plumbline.engine.market.Timeframe;
import plumbline.storage.table.CandleSlice;
import plumbline.storage.table.ChunkGrid;
import plumbline.storage.table.ChunkMerge;
import plumbline.storage.table.SeriesTable;

/// Writes candles of one series on the server within one transaction.
final class ServerWriter {
    // so many slots are compared with what is stored at once
    private static final int STRETCH = 16;

    private final SeriesTable.Row series;
    private final Timeframe timeframe;
    private final RowTable rows;
    private final SlotTable slots;
    private ChunkMerge.@Nullable Conflict conflict;

    /// @param series locked by this transaction
    ServerWriter(Connection connection, SeriesTable.Row series) throws SQLException {
        this.series = series;
        this.timeframe = series.info().key().timeframe();
        this.rows = new RowTable(connection, series);
        this.slots = new SlotTable(connection, series);
    }

    /// Lays candles over those that are stored.
    UpsertResult upsert(CandleSeries candles) throws SQLException {
        UpsertResult result = new UpsertResult(0, 0, 0);
        if (candles.isEmpty()) {
            return result;
        }
        rows.makeRoomFor(candles);
        rows.deleteForming(candles.lastOpenMs() + 1);
        long[] time = candles.openTime();
        for (int from = 0, to; from < time.length; from = to) {
            to = from;
            for (int i = 0; i < STRETCH && to < time.length; i++) {
                to = ChunkGrid.end(timeframe, time, to);
            }
            result = result.plus(upsert(new CandleSlice(candles, from, to)));
        }
        return result;
    }

    /// Candles of a few slots.
    private UpsertResult upsert(CandleSlice added) throws SQLException {
        CandleSeries stored = stored(added);
        UpsertResult result = new UpsertResult(0, 0, 0);
        List<SlotSum> sums = new ArrayList<>();
        CandleSeries.Builder changed = CandleSeries.builder(stored.isEmpty() ? 0 : added.size());
        long[] time = added.series().openTime();
        for (int from = added.from(), to; from < added.to(); from = to) {
            to = Math.min(added.to(), ChunkGrid.end(timeframe, time, from));
            CandleSlice slice = new CandleSlice(added.series(), from, to);
            long slot = ChunkGrid.of(timeframe, slice.firstMs());
            CandleSeries before = stored.between(ChunkGrid.range(timeframe, slot));
            if (before.isEmpty()) {
                ChunkGrid.check(series.info().key(), slice.size());
                result = result.plus(new UpsertResult(slice.size(), 0, 0));
                sums.add(sum(slot, slice));
                addAll(stored.isEmpty() ? null : changed, slice);
            } else {
                ChunkMerge merge = new ChunkMerge(before, slice);
                conflict = conflict == null ? merge.conflict() : conflict;
                result = result.plus(merge.result());
                if (merge.changes()) {
                    ChunkGrid.check(series.info().key(), merge.merged().size());
                    sums.add(sum(slot, CandleSlice.of(merge.merged())));
                    ChunkMerge.addChanged(before, slice, changed);
                }
            }
        }
        if (stored.isEmpty()) {
            rows.insert(added, true);
        } else if (changed.size() > 0) {
            rows.upsert(CandleSlice.of(changed.build()), true);
        }
        slots.put(sums);
        return result;
    }

    /// What is stored in the slots of some candles.
    private CandleSeries stored(CandleSlice added) throws SQLException {
        SeriesInfo info = series.info();
        TimeRange range =
                new TimeRange(
                        ChunkGrid.range(timeframe, ChunkGrid.of(timeframe, added.firstMs()))
                                .fromMs(),
                        ChunkGrid.range(timeframe, ChunkGrid.of(timeframe, added.lastMs())).toMs());
        boolean none =
                info.candles() == 0
                        || range.toMs() <= info.firstOpenMs()
                        || range.fromMs() > info.lastOpenMs();
        return none ? CandleSeries.empty() : rows.read(range);
    }

    private static void addAll(CandleSeries.@Nullable Builder to, CandleSlice slice) {
        if (to != null) {
            for (int i = slice.from(); i < slice.to(); i++) {
                to.add(slice.series(), i);
            }
        }
    }

    private SlotSum sum(long slot, CandleSlice candles) {
        return new SlotSum(slot, candles.size(), candles.checksum(), series.revision() + 1);
    }

    /// Adds candles that are newer than all that are stored.
    void append(List<LiveCandle> recent) throws SQLException {
        CandleSeries all = CandleSeries.of(recent.stream().map(LiveCandle::candle).toList());
        rows.makeRoomFor(all);
        List<SlotSum> open = new ArrayList<>();
        int finished = 0;
        for (LiveCandle one : recent) {
            finished += one.finished() ? 1 : 0;
            long slot = ChunkGrid.of(timeframe, one.candle().openTimeMs());
            if (one.finished() && (open.isEmpty() || open.getLast().slot() != slot)) {
                open.add(new SlotSum(slot, SlotTable.OPEN, 0, series.revision() + 1));
            }
        }
        write(recent, true, finished);
        write(recent, false, recent.size() - finished);
        rows.deleteForming(all.lastOpenMs());
        slots.put(open);
    }

    private void write(List<LiveCandle> recent, boolean finished, int count) throws SQLException {
        if (count > 0) {
            CandleSeries candles =
                    CandleSeries.of(
                            recent.stream()
                                    .filter(c -> c.finished() == finished)
                                    .map(LiveCandle::candle)
                                    .toList());
            rows.upsert(CandleSlice.of(candles), finished);
        }
    }

    /// Sums up the slots that came candle by candle.
    ///
    /// @return whether there were any
    boolean close() throws SQLException {
        List<SlotSum> sums = new ArrayList<>();
        for (SlotSum slot : slots.list(Long.MIN_VALUE, Long.MAX_VALUE)) {
            if (slot.candles() == SlotTable.OPEN) {
                CandleSeries candles = rows.read(ChunkGrid.range(timeframe, slot.slot()));
                if (!candles.isEmpty()) {
                    sums.add(sum(slot.slot(), CandleSlice.of(candles)));
                }
            }
        }
        slots.put(sums);
        return !sums.isEmpty();
    }

    /// Sums up slots again that hold something else than what is noted.
    void sumAgain(List<Long> wrong) throws SQLException {
        List<SlotSum> sums = new ArrayList<>();
        for (long slot : wrong) {
            CandleSeries candles = rows.read(ChunkGrid.range(timeframe, slot));
            sums.add(sum(slot, CandleSlice.of(candles)));
        }
        slots.put(sums);
    }

    /// The first candle that was stored otherwise than it came now, if there is one.
    ChunkMerge.@Nullable Conflict conflict() {
        return conflict;
    }
}
