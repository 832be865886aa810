package plumbline.ui.data;

import plumbline.engine.feed.ImportOption;
import plumbline.ui.text.Texts;

/// The words of the import's options in the window. Messages name options as the command line does;
/// here they are called as their fields are.
final class ImportWords {
    private ImportWords() {}

    /// What a field is called.
    static String of(ImportOption option) {
        return Texts.of(
                switch (option) {
                    case COLUMNS -> "data.import.columns";
                    case DATE_FORMAT -> "data.import.dates";
                    case DECIMAL -> "data.import.decimal";
                    case ZONE -> "data.import.zone";
                    case TIME -> "data.import.times";
                    case SYMBOL -> "data.import.symbol";
                    case MEMBER -> "data.import.member";
                    case TIMEFRAME -> "data.import.timeframe";
                });
    }

    /// A message with the names of the fields.
    static String of(String message) {
        return ImportOption.inWords(message, option -> "‘" + of(option) + "’");
    }

    /// What a value of an option means.
    static String of(ImportOption option, String value) {
        return switch (option) {
            case DATE_FORMAT -> date(value);
            case DECIMAL -> Texts.of(value.equals(",") ? "data.import.comma" : "data.import.point");
            case TIME ->
                    Texts.of(value.equals("close") ? "data.import.closes" : "data.import.opens");
            case COLUMNS, ZONE, SYMBOL, MEMBER, TIMEFRAME -> value;
        };
    }

    private static String date(String value) {
        return switch (value) {
            case "ymd" -> Texts.of("data.import.date.ymd");
            case "dmy" -> Texts.of("data.import.date.dmy");
            case "mdy" -> Texts.of("data.import.date.mdy");
            case "s" -> Texts.of("data.import.date.s");
            case "ms" -> Texts.of("data.import.date.ms");
            case "us" -> Texts.of("data.import.date.us");
            case "ns" -> Texts.of("data.import.date.ns");
            case "excel" -> Texts.of("data.import.date.excel");
            default -> value;
        };
    }

    /// What a column is taken for, empty for nothing.
    static String role(String role) {
        return switch (role) {
            case "time" -> Texts.of("data.import.role.time");
            case "clock" -> Texts.of("data.import.role.clock");
            case "open" -> Texts.of("data.import.role.open");
            case "high" -> Texts.of("data.import.role.high");
            case "low" -> Texts.of("data.import.role.low");
            case "close" -> Texts.of("data.import.role.close");
            case "volume" -> Texts.of("data.import.role.volume");
            case "symbol" -> Texts.of("data.import.role.symbol");
            default -> Texts.of("data.import.role.none");
        };
    }
}
