package plumbline.engine.feed;

import java.util.Arrays;
import java.util.List;

/// What a file of candles looks like inside.
public enum CandleFileFormat {
    /// Told by the file's name and first line.
    AUTO("auto"),
    /// Rows of text under a header that names the columns.
    CSV("csv"),
    /// Binance's twelve kline columns, without a header or with Binance's own.
    BINANCE("binance"),
    /// A zip as LEAN keeps it: `20250717_trade.zip` or `btcusdt_trade.zip` in a folder `hour` or
    /// `daily`.
    LEAN("lean"),
    /// A Parquet file whose columns are named like those of a CSV header.
    PARQUET("parquet");

    private final String code;

    CandleFileFormat(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(CandleFileFormat::code).toList();
    }
}
