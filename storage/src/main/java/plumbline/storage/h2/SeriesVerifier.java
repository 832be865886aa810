package plumbline.storage.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.SeriesCheck.Fault;
import plumbline.engine.market.SeriesCheck.Kind;
import plumbline.engine.market.SeriesInfo;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.SeriesScan;
import plumbline.engine.market.SeriesVerdict;
import plumbline.engine.market.StorageException;
import plumbline.engine.market.TimeRange;
import plumbline.engine.text.ErrorText;
import plumbline.storage.table.CandleSlice;
import plumbline.storage.table.ChunkGrid;
import plumbline.storage.table.SeriesTable;

/// Compares every chunk of a series with what is known of it. Goes slot by slot, so that what is
/// damaged is named and the rest is read all the same.
final class SeriesVerifier {
    private final H2Database database;
    private final SeriesKey key;
    private final List<Fault> faults = new ArrayList<>();
    private final SeriesScan scan;
    private long blocks;
    private long lost;

    SeriesVerifier(H2Database database, SeriesKey key) {
        this.database = database;
        this.key = key;
        this.scan = new SeriesScan(key.timeframe());
    }

    /// What is found, once.
    SeriesVerdict verify(BooleanSupplier cancelled) {
        Optional<SeriesInfo> info =
                database.read(
                        "look up " + key, c -> SeriesTable.find(c, key).map(SeriesTable.Row::info));
        if (info.isEmpty() || info.get().candles() == 0) {
            return new SeriesVerdict(0, 0, List.of(), List.of());
        }
        TimeRange all = new TimeRange(info.get().firstOpenMs(), info.get().lastOpenMs() + 1);
        long last = ChunkGrid.of(key.timeframe(), info.get().lastOpenMs());
        for (long slot = ChunkGrid.of(key.timeframe(), all.fromMs()); slot <= last; slot++) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException("checking " + key + " was cancelled");
            }
            verify(slot, all);
        }
        long found = scan.candles() + lost;
        if (found != info.get().candles()) {
            fault(
                    Kind.NOTE,
                    all,
                    Math.abs(found - info.get().candles()),
                    info.get().candles() + " candles are noted, " + found + " are there");
        }
        return new SeriesVerdict(scan.candles(), blocks, all(), scan.notes());
    }

    private void verify(long slot, TimeRange all) {
        TimeRange range = ChunkGrid.range(key.timeframe(), slot);
        TimeRange part =
                new TimeRange(
                        Math.max(range.fromMs(), all.fromMs()), Math.min(range.toMs(), all.toMs()));
        try {
            scan.add(database.read("check " + key, c -> verified(c, slot, part)));
        } catch (DamagedCandleException e) {
            fault(Kind.DAMAGED, new TimeRange(e.timeMs(), e.timeMs() + 1), 1, "wrong checksum");
            lost++;
        } catch (StorageException e) {
            // the pages of the database themselves; what of it can be read is in other slots
            fault(Kind.DAMAGED, part, ChunkGrid.CANDLES, ErrorText.of(e));
        }
    }

    /// The candles of a slot if they can be had; what is wrong is among the faults.
    private CandleSeries verified(Connection connection, long slot, TimeRange part)
            throws SQLException {
        SeriesTable.Row series = SeriesTable.find(connection, key).orElseThrow();
        Optional<Chunk> found = new ChunkTable(connection, series).find(slot);
        if (found.isPresent()) {
            blocks++;
            Optional<String> wrong = found.get().damage();
            if (wrong.isPresent()) {
                lost += found.get().candles();
                fault(Kind.DAMAGED, found.get().span(), found.get().candles(), wrong.get());
                return CandleSeries.empty();
            }
            compare(found.get());
        }
        CandleColumns columns = new CandleColumns(ChunkGrid.CANDLES);
        new SeriesReader(connection, database.name(), series).page(part, columns);
        return columns.toSeries();
    }

    /// The checksum is right, so what differs was written wrongly.
    private void compare(Chunk chunk) {
        CandleSeries candles = chunk.decoded();
        CandleSlice slice = CandleSlice.of(candles);
        TimeRange slot = ChunkGrid.range(key.timeframe(), chunk.slot());
        boolean placed = slice.firstMs() >= slot.fromMs() && slice.lastMs() < slot.toMs();
        boolean noted = slice.firstMs() == chunk.firstMs() && slice.lastMs() == chunk.lastMs();
        boolean summed =
                chunk.codec() == Chunk.PLAIN
                        || ChunkSummary.of(slice, key.timeframe()).equals(chunk.summary());
        if (!placed || !noted || !summed) {
            fault(
                    Kind.NOTE,
                    chunk.span(),
                    chunk.candles(),
                    "what is noted of slot " + chunk.slot() + " is not what it holds");
        }
    }

    private void fault(Kind kind, TimeRange range, long candles, String text) {
        faults.add(new Fault(kind, range.fromMs(), range.toMs(), candles, text));
    }

    /// A gap where candles are damaged is no fault of its own.
    private List<Fault> all() {
        List<Fault> all = new ArrayList<>(faults);
        for (Fault fault : scan.faults()) {
            boolean known =
                    fault.kind() == Kind.GAP
                            && faults.stream()
                                    .filter(f -> f.kind() == Kind.DAMAGED)
                                    .anyMatch(f ->
                                            f.fromMs() <= fault.fromMs()
                                                    && f.toMs() >= fault.toMs());
            if (!known) {
                all.add(fault);
            }
        }
        all.sort(Comparator.comparingLong(Fault::fromMs));
        return all;
    }
}
