package plumbline.engine.feed.rows;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a column's name says it is: one table of the names that exchanges, terminals and data
/// vendors write, whatever their case, brackets, numbering and units.
final class ColumnNames {
    /// No name of anything that a candle needs.
    static final int UNKNOWN = Integer.MAX_VALUE;

    /// What is called so by most.
    static final int PLAINLY = 1;

    /// What only looks like it: taken where there is nothing better.
    static final int WEAK = 4;

    private static final Pattern CAPITALS = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");

    /// For each role its names, the surest first; names of the same sureness are separated by
    /// commas.
    private static final Map<Integer, List<String>> NAMES =
            Map.of(
                    CandleColumns.OPEN,
                    List.of(
                            "open",
                            "o,open price,price open,opening price,px open,opening,开盘价 元",
                            "eroffnung,eroffn,eroffnungskurs,erster,erster kurs,ouverture,ouv,apertura,"
                                    + "abertura,otwarcie,kurs otwarcia,откр,открытие,acılıs,acilis,开盘,开盘价,"
                                    + "始値,시가,first,first price",
                            "adj open,adjusted open"),
                    CandleColumns.HIGH,
                    List.of(
                            "high",
                            "h,high price,price high,px high,highest,highest price,max,max price,最高价 元",
                            "hoch,hochst,hochstkurs,tageshoch,haut,plus haut,maximo,massimo,maxima,alto,"
                                    + "najwyzszy,макс,максимум,yuksek,en yuksek,高,最高,最高价,高値,고가",
                            "adj high,adjusted high"),
                    CandleColumns.LOW,
                    List.of(
                            "low",
                            "l,low price,price low,px low,lowest,lowest price,min,min price,最低价 元",
                            "tief,tiefst,tiefstkurs,tagestief,bas,plus bas,minimo,minima,basso,bajo,"
                                    + "najnizszy,мин,минимум,dusuk,en dusuk,低,最低,最低价,安値,저가",
                            "adj low,adjusted low"),
                    CandleColumns.CLOSE,
                    List.of(
                            "close",
                            "c,close price,price close,closing price,px close,px last,close last,closing,"
                                    + "收盘价 元",
                            "last,last price,settle,schluss,schlusskurs,letzter,letzter kurs,cloture,"
                                    + "dernier,cierre,ultimo,chiusura,fechamento,zuletzt,ostatnio,zamkniecie,"
                                    + "kurs zamkniecia,закр,закрытие,simdi,kapanis,kapanıs,收盘,收盘价,終値,종가",
                            "price,kurs,цена,trade price",
                            "adj close,adjusted close,close adj,adjclose"),
                    CandleColumns.VOLUME,
                    List.of(
                            "volume",
                            "vol,v,volume base,base volume,volumefrom,volume from,base asset volume",
                            "volumen,volumi,umsatz,stucke,qty,quantity,real volume,wol,wolumen,объем,hac,hacim,"
                                    + "交易量,成交量,出来高,거래량",
                            "amount,volume quote,quote volume,turnover,size",
                            "tick volume,tickvol,tickvolume,ticks"),
                    CandleColumns.TIME,
                    List.of(
                            "open time,opentime,time open,open time ms,open timestamp,"
                                    + "timestamp open,kline open time,time period start,period start,"
                                    + "candle date time utc,candle date time kst",
                            "time,timestamp,date,datetime",
                            "date time,unix,unix time,unixtime,"
                                    + "unix timestamp,timestamp ms,time stamp,ts,t,epoch,window start,"
                                    + "start,start time,started at,begin,begins at,dates,index,ticks,bar time,"
                                    + "candle time,gmt time,local time,utc time,time utc,date utc,timestamp utc,"
                                    + "datetime utc,date gmt,time gmt,dt,day,trade date,trading date,"
                                    + "datum,fecha,data,zeit,datum zeit,fecha hora,"
                                    + "dtyyyymmdd,date yyyymmdd,дата,время,tarih,日期,时间,日付,"
                                    + "日付け,날짜,index level 0"),
                    CandleColumns.CLOCK,
                    List.of(
                            "time,clock,hour,hora,zeit,uhrzeit,heure,godzina,ora,время,saat,时间,time of day"),
                    CandleColumns.SYMBOL,
                    List.of(
                            "symbol,ticker",
                            "tic,pair,instrument,secid,sid,code,market,coin,asset,name,ts code,isin,ric,"
                                    + "contract,security,scrip",
                            "interval,timeframe,resolution"));

    private static final Set<String> NOT_A_TIME =
            Set.of("close", "end", "last", "update", "updated", "expiry", "to", "stop", "first");
    private static final Set<String> ENDS =
            Set.of("close", "closing", "end", "closetime", "endtime", "enddate");

    /// What else may stand in the name of a time at which candles close.
    private static final Set<String> OF_TIMES =
            Set.of(
                    "time",
                    "timestamp",
                    "date",
                    "datetime",
                    "ts",
                    "ms",
                    "utc",
                    "gmt",
                    "period",
                    "window",
                    "candle",
                    "bar",
                    "kline",
                    "interval");

    private static final Set<String> TIMES =
            Set.of("time", "timestamp", "date", "datetime", "open");

    /// Names of a day, beside which a time is that of the day.
    private static final Set<String> DATES =
            Stream.of(
                            "date",
                            "datum",
                            "fecha",
                            "data",
                            "dtyyyymmdd",
                            "date yyyymmdd",
                            "дата",
                            "tarih",
                            "日期",
                            "日付",
                            "日付け",
                            "날짜",
                            "trade date",
                            "trading date",
                            "day")
                    .map(ColumnNames::plain)
                    .collect(Collectors.toSet());

    private static final Set<String> PRICES = Set.of("open", "high", "low", "close");
    private static final Set<String> NOT_A_PRICE =
            Set.of(
                    "time",
                    "timestamp",
                    "ts",
                    "date",
                    "adj",
                    "adjusted",
                    "change",
                    "interest",
                    "volume",
                    "vol",
                    "prev",
                    "previous",
                    "pct",
                    "percent",
                    "diff",
                    "oi");

    /// Money in which others are priced: volume in it is no volume of candles.
    private static final Set<String> MONEY =
            Set.of(
                    "usd",
                    "usdt",
                    "usdc",
                    "busd",
                    "eur",
                    "gbp",
                    "jpy",
                    "krw",
                    "try",
                    "aud",
                    "cad",
                    "chf",
                    "brl",
                    "currency",
                    "quote",
                    "notional",
                    "turnover");

    private static final Map<Integer, Map<String, Integer>> RANKS = ranks();

    private ColumnNames() {}

    private static Map<Integer, Map<String, Integer>> ranks() {
        Map<Integer, Map<String, Integer>> ranks = new HashMap<>();
        NAMES.forEach((role, names) -> {
            Map<String, Integer> byName = new HashMap<>();
            for (int rank = 0; rank < names.size(); rank++) {
                for (String name : names.get(rank).split(",")) {
                    byName.putIfAbsent(plain(name), rank);
                }
            }
            ranks.put(role, byName);
        });
        return ranks;
    }

    /// `<Open>`, `1. open` and `Open` as `open`; `Volume_(BTC)` as `volume btc`; `openTime` as
    /// `open time`.
    static String plain(String name) {
        String split = CAPITALS.matcher(name.strip()).replaceAll(" ");
        String bare =
                MARKS.matcher(Normalizer.normalize(split, Normalizer.Form.NFD)).replaceAll("");
        String words = OTHER.matcher(bare).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
        return words.replaceFirst("^\\d+ (?=\\D)", "")
                .replaceFirst("^open time \\d+$", "open time");
    }

    /// How surely a column of that plain name has the role, 0 the surest, or [#UNKNOWN].
    static int rank(int role, String plain) {
        Integer rank = RANKS.getOrDefault(role, Map.of()).get(plain);
        if (rank != null) {
            return rank;
        }
        Set<String> words = Arrays.stream(plain.split(" ")).collect(Collectors.toSet());
        return switch (role) {
            case CandleColumns.TIME -> isTime(words) ? WEAK : UNKNOWN;
            case CandleColumns.VOLUME -> volume(words);
            case CandleColumns.OPEN, CandleColumns.HIGH, CandleColumns.LOW, CandleColumns.CLOSE ->
                    price(words, List.of("open", "high", "low", "close").get(role));
            default -> UNKNOWN;
        };
    }

    /// Whether a plain name is that of a column of days.
    static boolean isDate(String plain) {
        return DATES.contains(plain);
    }

    /// Whether a plain name is that of the times at which candles close: `close time`, `end`.
    static boolean isCloseTime(String plain) {
        Set<String> words = Arrays.stream(plain.split(" ")).collect(Collectors.toSet());
        return words.stream().anyMatch(ENDS::contains)
                && words.stream().allMatch(w -> ENDS.contains(w) || OF_TIMES.contains(w))
                && !plain.equals("close")
                && !plain.equals("closing");
    }

    private static boolean isTime(Set<String> words) {
        return words.stream().anyMatch(w -> TIMES.contains(w) && !w.equals("open"))
                && words.stream().noneMatch(NOT_A_TIME::contains);
    }

    private static int volume(Set<String> words) {
        boolean isVolume = words.contains("volume") || words.contains("vol");
        if (!isVolume || words.size() > 3 || words.contains("taker")) {
            return UNKNOWN;
        }
        return words.stream().anyMatch(MONEY::contains) ? WEAK : 2;
    }

    /// Whether a plain name says that money is counted.
    static boolean isMoney(String plain) {
        return Arrays.stream(plain.split(" ")).anyMatch(MONEY::contains);
    }

    private static int price(Set<String> words, String wanted) {
        boolean alone = words.stream().filter(PRICES::contains).count() == 1;
        return alone
                        && words.contains(wanted)
                        && words.size() <= 3
                        && words.stream().noneMatch(NOT_A_PRICE::contains)
                ? WEAK
                : UNKNOWN;
    }
}
