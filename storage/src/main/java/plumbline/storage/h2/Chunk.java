package plumbline.storage.h2;

import java.time.Instant;
import java.util.Optional;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.market.SeriesKey;
import plumbline.engine.market.TimeRange;
import plumbline.storage.codec.CandleCodec;
import plumbline.storage.codec.Checksum;
import plumbline.storage.codec.MalformedChunkException;
import plumbline.storage.table.CandleSlice;
import plumbline.storage.table.ChunkGrid;
import plumbline.storage.table.SeriesTable;

/// The candles of one slot as they are stored; the bytes may be damaged.
///
/// @param crc over everything that the row of the table says
/// @param data in the form that `codec` names
record Chunk(
        SeriesTable.Row series,
        long slot,
        int candles,
        long firstMs,
        long lastMs,
        short codec,
        int crc,
        long revision,
        ChunkSummary summary,
        byte[] data) {
    /// The plain columns of the first version.
    static final short PLAIN = 0;

    /// [CandleCodec].
    static final short COMPRESSED = 1;

    /// The chunk of the candles of one slot.
    static Chunk of(SeriesTable.Row series, CandleSlice slice, long revision) {
        long slot = ChunkGrid.of(key(series).timeframe(), slice.firstMs());
        CandleSeries all = slice.series();
        double[][] values = {all.open(), all.high(), all.low(), all.close(), all.volume()};
        byte[] data =
                CandleCodec.encode(
                        all.openTime(),
                        values,
                        slice.from(),
                        slice.size(),
                        key(series).timeframe().millis());
        Chunk unsigned =
                new Chunk(
                        series,
                        slot,
                        slice.size(),
                        slice.firstMs(),
                        slice.lastMs(),
                        COMPRESSED,
                        0,
                        revision,
                        ChunkSummary.of(slice, key(series).timeframe()),
                        data);
        return unsigned.withCrc(unsigned.computedCrc());
    }

    private Chunk withCrc(int computed) {
        return new Chunk(
                series, slot, candles, firstMs, lastMs, codec, computed, revision, summary, data);
    }

    /// Whether the bytes are those that were written.
    boolean isSound() {
        return switch (codec) {
            case PLAIN -> PlainChunk.fits(data, candles) && Checksum.of(data) == crc;
            default -> computedCrc() == crc;
        };
    }

    private int computedCrc() {
        return Checksum.ofChunk(
                data,
                series.marketId(),
                series.timeframeS(),
                slot,
                candles,
                firstMs,
                lastMs,
                codec,
                revision,
                Bits.of(summary.lowest()),
                Bits.of(summary.highest()),
                Bits.of(summary.volume()),
                summary.gaps(),
                summary.checksum());
    }

    /// Whether there can be as many candles as it says, damaged or not.
    boolean isOfUsualSize() {
        return candles > 0 && candles <= CandleCodec.MAX_CANDLES;
    }

    boolean isKnownCodec() {
        return codec == PLAIN || codec == COMPRESSED;
    }

    /// Whether it is as it was written, in a form that this version cannot read.
    boolean isOfNewerVersion() {
        return !isKnownCodec() && isSound();
    }

    /// Why its candles cannot be had; empty if they can.
    Optional<String> damage() {
        if (!isSound()) {
            return Optional.of("wrong checksum");
        }
        if (!isKnownCodec()) {
            return Optional.of("written by a newer Plumbline, codec " + codec);
        }
        try {
            decoded();
            return Optional.empty();
        } catch (MalformedChunkException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            return Optional.of("its candles are not in order: " + e.getMessage());
        }
    }

    /// How many candles opened before `timeMs`.
    int before(long timeMs) {
        return codec == PLAIN
                ? PlainChunk.before(data, candles, timeMs)
                : CandleCodec.before(data, candles, timeMs);
    }

    /// Decodes candles `from` to `to` (exclusive) of a sound chunk; the first of them goes to place
    /// `at`.
    void decode(int from, int to, CandleColumns target, int at) {
        if (codec == PLAIN) {
            PlainChunk.decode(data, candles, from, to, target, at);
        } else if (to - from == candles) {
            CandleCodec.decode(data, candles, target.time(), target.values(), at);
        } else {
            CandleCodec.decode(data, candles, from, to, target.time(), target.values(), at);
        }
    }

    /// All candles of a sound chunk.
    CandleSeries decoded() {
        CandleColumns columns = new CandleColumns(candles);
        columns.extend(candles, at -> decode(0, candles, columns, at));
        return columns.toSeries();
    }

    /// From the open of the first candle to the close of the last.
    TimeRange span() {
        return new TimeRange(firstMs, Math.max(firstMs, key(series).timeframe().next(lastMs)));
    }

    /// For messages: how many candles of what, and of which time.
    String text() {
        return candles
                + " candles of "
                + key(series)
                + " from "
                + Instant.ofEpochMilli(firstMs)
                + " to "
                + Instant.ofEpochMilli(lastMs);
    }

    private static SeriesKey key(SeriesTable.Row series) {
        return series.info().key();
    }
}
