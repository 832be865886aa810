package plumbline.engine.config;

import java.util.List;
import java.util.Optional;
import plumbline.engine.backtest.Assumptions;
import plumbline.engine.upkeep.BackupPlan;

/// Every key that there is, with its default: one for the window and the command line.
public final class ConfigKeys {
    public static final ConfigKey<String> LOG_LEVEL =
            ConfigKey.of(
                            "log.level",
                            ConfigType.oneOf(List.of("error", "warn", "info", "debug")),
                            "info",
                            "How much the log file says.")
                    .setBy("PLUMBLINE_LOG")
                    .changedAtOnce();

    public static final ConfigKey<String> STORE_URL =
            ConfigKey.of(
                    "store.url",
                    ConfigType.text(
                            "an address like jdbc:postgresql://host:5432/database, or empty for the"
                                    + " home folder",
                            text -> text.isEmpty() || text.startsWith("jdbc:postgresql://")),
                    "",
                    "The server that keeps candles and runs; empty: the home folder.");

    public static final ConfigKey<String> STORE_USER =
            ConfigKey.of(
                    "store.user",
                    ConfigType.text("a name", text -> true),
                    "",
                    "Who signs in at the server.");

    public static final ConfigKey<String> STORE_PASSWORD =
            ConfigKey.of(
                            "store.password",
                            ConfigType.text("a password", text -> true),
                            "",
                            "The server's password; from the environment alone, where no file and no"
                                    + " list of processes shows it.")
                    .asSecret();

    public static final ConfigKey<Boolean> BACKUP_AUTOMATIC =
            ConfigKey.of(
                            "backup.automatic",
                            ConfigType.yesNo(),
                            true,
                            "Whether the window makes backups by itself while it is open.")
                    .changedAtOnce();

    public static final ConfigKey<Integer> BACKUP_HOURS =
            ConfigKey.of(
                            "backup.hours",
                            ConfigType.whole(1, 720),
                            (int) BackupPlan.USUAL.every().toHours(),
                            "How many hours old the newest backup is when the window makes another, if"
                                    + " something was stored since.")
                    .changedAtOnce();

    public static final ConfigKey<Integer> BACKUP_DAYS =
            ConfigKey.of(
                            "backup.days",
                            ConfigType.whole(1, 366),
                            BackupPlan.USUAL.days(),
                            "Of how many days the newest backup is kept.")
                    .changedAtOnce();

    public static final ConfigKey<Integer> BACKUP_WEEKS =
            ConfigKey.of(
                            "backup.weeks",
                            ConfigType.whole(0, 520),
                            BackupPlan.USUAL.weeks(),
                            "Of how many weeks the newest backup is kept.")
                    .changedAtOnce();

    public static final ConfigKey<Integer> BACKUP_MONTHS =
            ConfigKey.of(
                            "backup.months",
                            ConfigType.whole(0, 240),
                            BackupPlan.USUAL.months(),
                            "Of how many months the newest backup is kept.")
                    .changedAtOnce();

    public static final ConfigKey<Double> BACKTEST_CASH =
            ConfigKey.of(
                            "backtest.cash",
                            ConfigType.number(0.01, 1e15),
                            Assumptions.TYPICAL.cash(),
                            "With how much a backtest starts.")
                    .changedAtOnce();

    public static final ConfigKey<Double> BACKTEST_FEE =
            ConfigKey.of(
                            "backtest.fee",
                            ConfigType.fraction(),
                            Assumptions.TYPICAL.fee(),
                            "The fee of a fill as a part of its value.")
                    .changedAtOnce();

    public static final ConfigKey<Double> BACKTEST_SLIPPAGE =
            ConfigKey.of(
                            "backtest.slippage",
                            ConfigType.fraction(),
                            Assumptions.TYPICAL.slippage(),
                            "By how much each market fill is worse than its price.")
                    .changedAtOnce();

    public static final ConfigKey<Double> BACKTEST_LEVERAGE =
            ConfigKey.of(
                            "backtest.leverage",
                            ConfigType.number(1, 1000),
                            Assumptions.TYPICAL.leverage(),
                            "How many times its equity a backtest may hold.")
                    .changedAtOnce();

    public static final ConfigKey<String> EXCHANGES_SIMULATOR =
            ConfigKey.of(
                    "exchanges.simulator",
                    address("an address like http://127.0.0.1:8700, or empty"),
                    "",
                    "Test mode: every exchange is looked for at this simulator instead of the world.");

    public static final ConfigKey<String> EXCHANGES_BINANCE_URL =
            ConfigKey.of(
                    "exchanges.binance.url",
                    address("an address like https://api.binance.com"),
                    "https://api.binance.com",
                    "Where Binance's spot market is.");

    public static final ConfigKey<String> EXCHANGES_BINANCE_USDM_URL =
            ConfigKey.of(
                    "exchanges.binance-usdm.url",
                    address("an address like https://fapi.binance.com"),
                    "https://fapi.binance.com",
                    "Where Binance's futures that are settled in money are.");

    public static final ConfigKey<String> EXCHANGES_COINBASE_URL =
            ConfigKey.of(
                    "exchanges.coinbase.url",
                    address("an address like https://api.exchange.coinbase.com"),
                    "https://api.exchange.coinbase.com",
                    "Where Coinbase is.");

    public static final ConfigKey<String> EXCHANGES_KRAKEN_URL =
            ConfigKey.of(
                    "exchanges.kraken.url",
                    address("an address like https://api.kraken.com"),
                    "https://api.kraken.com",
                    "Where Kraken's spot market is.");

    public static final ConfigKey<String> EXCHANGES_DRIFT_URL =
            ConfigKey.of(
                    "exchanges.drift.url",
                    address("an address like https://data.api.drift.trade"),
                    "https://data.api.drift.trade",
                    "Where Drift's data is.");

    public static final ConfigKey<String> EXCHANGES_DRIFT_DLOB_URL =
            ConfigKey.of(
                    "exchanges.drift.dlob-url",
                    address("an address like https://dlob.drift.trade"),
                    "https://dlob.drift.trade",
                    "Where Drift's order books are.");

    public static final ConfigKey<String> EXCHANGES_VELOCITY_URL =
            ConfigKey.of(
                    "exchanges.velocity.url",
                    address("an address like https://data.velocity.exchange"),
                    "https://data.velocity.exchange",
                    "Where Velocity's data is.");

    public static final ConfigKey<String> EXCHANGES_VELOCITY_DLOB_URL =
            ConfigKey.of(
                    "exchanges.velocity.dlob-url",
                    address("an address like https://dlob.velocity.exchange"),
                    "https://dlob.velocity.exchange",
                    "Where Velocity's order books are.");

    /// All of them, in the order of their names' parts.
    public static final List<ConfigKey<?>> ALL =
            List.of(
                    LOG_LEVEL,
                    STORE_URL,
                    STORE_USER,
                    STORE_PASSWORD,
                    BACKUP_AUTOMATIC,
                    BACKUP_HOURS,
                    BACKUP_DAYS,
                    BACKUP_WEEKS,
                    BACKUP_MONTHS,
                    BACKTEST_CASH,
                    BACKTEST_FEE,
                    BACKTEST_SLIPPAGE,
                    BACKTEST_LEVERAGE,
                    EXCHANGES_SIMULATOR,
                    EXCHANGES_BINANCE_URL,
                    EXCHANGES_BINANCE_USDM_URL,
                    EXCHANGES_COINBASE_URL,
                    EXCHANGES_KRAKEN_URL,
                    EXCHANGES_DRIFT_URL,
                    EXCHANGES_DRIFT_DLOB_URL,
                    EXCHANGES_VELOCITY_URL,
                    EXCHANGES_VELOCITY_DLOB_URL);

    private ConfigKeys() {}

    private static ConfigType<String> address(String allowed) {
        return ConfigType.text(allowed, text -> text.isEmpty() || text.matches("https?://\\S+"));
    }

    /// The key of that name.
    public static Optional<ConfigKey<?>> find(String name) {
        return ALL.stream().filter(key -> key.name().equals(name)).findFirst();
    }
}
