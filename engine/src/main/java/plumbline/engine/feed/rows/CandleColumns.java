package plumbline.engine.feed.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Which columns of a file are a candle's, told by their names or by the user.
public final class CandleColumns {
    /// In the order in which rows keep them.
    public static final List<String> VALUES = List.of("open", "high", "low", "close", "volume");

    public static final int OPEN = 0;
    public static final int HIGH = 1;
    public static final int LOW = 2;
    public static final int CLOSE = 3;
    public static final int VOLUME = 4;
    public static final int TIME = 5;

    /// The time of day, where [#TIME] is only the date.
    public static final int CLOCK = 6;

    /// What is traded, where a file can be about several.
    public static final int SYMBOL = 7;

    /// What HTX calls the time; in other files it is a number of the row.
    private static final String TIME_AS_ID = "id";

    /// How many roles there are.
    public static final int ROLES = 8;

    private static final List<String> ROLE_NAMES =
            List.of("open", "high", "low", "close", "volume", "time", "clock", "symbol");

    /// So much of the names is shown in a message.
    private static final int LONGEST = 400;

    private final List<String> names;
    private final int[] at;

    private CandleColumns(List<String> names, int[] at) {
        this.names = names;
        this.at = at;
    }

    /// Columns without names: time, open, high, low, close, volume.
    public static CandleColumns inOrder() {
        return of("time", "open", "high", "low", "close", "volume");
    }

    /// Columns without names.
    ///
    /// @param roles what each is: `time`, `open`, ..., anything else for what is not wanted
    public static CandleColumns of(String... roles) {
        int[] at = new int[ROLES];
        Arrays.fill(at, -1);
        for (int i = 0; i < roles.length; i++) {
            int role = ROLE_NAMES.indexOf(roles[i]);
            if (role >= 0) {
                at[role] = i;
            }
        }
        return new CandleColumns(List.of(), at);
    }

    /// A name without case, brackets and units.
    public static String plain(String written) {
        return ColumnNames.plain(written);
    }

    /// Whether a name is plainly that of a column of candles.
    public static boolean isPlainly(String written) {
        String plain = ColumnNames.plain(written);
        return IntStream.range(0, CLOCK)
                .anyMatch(role -> ColumnNames.rank(role, plain) <= ColumnNames.PLAINLY);
    }

    /// Whether a name is that of a volume in money.
    public static boolean isMoney(String written) {
        return ColumnNames.isMoney(ColumnNames.plain(written));
    }

    private static int closeTime(List<String> plain) {
        return IntStream.range(0, plain.size())
                .filter(i -> ColumnNames.isCloseTime(plain.get(i)))
                .findFirst()
                .orElse(-1);
    }

    /// Whether the times are called those of closes: where there are others, others are taken.
    public boolean hasCloseTimes() {
        return ColumnNames.isCloseTime(ColumnNames.plain(name(TIME)));
    }

    /// Whether the times may just as well be numbers of rows.
    public boolean areTimesDoubtful() {
        String plain = ColumnNames.plain(name(TIME));
        return !names.isEmpty() && at[TIME] >= 0 && (plain.equals(TIME_AS_ID) || isUnnamed(plain));
    }

    /// The same with the times of closes, where there are some.
    public CandleColumns withCloseTimes() {
        int found = closeTime(names.stream().map(ColumnNames::plain).toList());
        return found < 0 ? this : with(TIME, found).with(CLOCK, -1);
    }

    /// `time 'Date', open 'Open', ...`, or by number where columns have no names.
    public String text() {
        List<String> texts = new ArrayList<>();
        for (int role : new int[] {TIME, CLOCK, OPEN, HIGH, LOW, CLOSE, VOLUME, SYMBOL}) {
            if (at[role] >= 0) {
                String name = name(role).replace("\"", "").strip();
                texts.add(
                        ROLE_NAMES.get(role)
                                + (name.isEmpty() ? " " + (at[role] + 1) : " '" + name + "'"));
            }
        }
        return String.join(", ", texts);
    }

    /// Index of the column with that role, -1 if there is none.
    public int at(int role) {
        return at[role];
    }

    /// The same with another column, or none (-1), for a role.
    public CandleColumns with(int role, int column) {
        int[] changed = at.clone();
        changed[role] = column;
        return new CandleColumns(names, changed);
    }

    /// What the file calls the column with that role; empty if it has no names.
    public String name(int role) {
        return at[role] < 0 || at[role] >= names.size() ? "" : names.get(at[role]);
    }

    /// What the file calls its columns, in their order; empty if they have no names.
    public List<String> names() {
        return names;
    }

    /// What a user calls the roles, for messages.
    public static List<String> roleNames() {
        return ROLE_NAMES;
    }

    /// How many of open, high, low and close these names have.
    public static int prices(List<String> written) {
        List<String> plain = written.stream().map(ColumnNames::plain).toList();
        return (int) IntStream.rangeClosed(OPEN, CLOSE).filter(r -> has(r, plain)).count();
    }

    private static boolean has(int role, List<String> plain) {
        return plain.stream().anyMatch(n -> ColumnNames.rank(role, n) != ColumnNames.UNKNOWN);
    }

    /// The columns of these names, or `null` if not one of them is surely a candle's. A volume may
    /// be missing; the time too if `timeElsewhere`.
    ///
    /// @param where what the names are of, for messages: `the header`
    /// @throws ColumnsException if there are some, and others are missing or there twice
    public static @Nullable CandleColumns of(
            List<String> written, String where, boolean timeElsewhere) {
        List<String> plain = written.stream().map(ColumnNames::plain).toList();
        if (IntStream.range(0, CLOCK).noneMatch(role -> isSure(role, plain))) {
            return null;
        }
        int[] at = new int[ROLES];
        List<String> missing = new ArrayList<>();
        for (int role = 0; role < ROLES; role++) {
            at[role] = find(role, plain, written, where);
            if (at[role] < 0 && role <= CLOSE) {
                missing.add("'" + VALUES.get(role) + "'");
            }
        }
        if (at[TIME] < 0 && isUnnamed(plain.getFirst())) {
            at[TIME] = 0;
        }
        dateAndClock(at, plain);
        refuseParts(plain, where);
        if (at[TIME] < 0) {
            at[TIME] = closeTime(plain);
        }
        if (at[TIME] < 0) {
            at[TIME] = plain.indexOf(TIME_AS_ID);
        }
        if (at[TIME] < 0 && !timeElsewhere) {
            missing.addFirst("a time (time, timestamp, date, datetime, open_time)");
        }
        if (!missing.isEmpty()) {
            throw new ColumnsException(
                    where
                            + " has no column "
                            + String.join(", ", missing)
                            + "; it has "
                            + shown(written)
                            + ". Say which column is what with --columns");
        }
        return new CandleColumns(List.copyOf(written), at);
    }

    private static void refuseParts(List<String> plain, String where) {
        if (plain.contains("year") && plain.contains("month")) {
            throw new ColumnsException(
                    where
                            + " has year, month and day in columns of their own, which are not put"
                            + " together; write them as one date");
        }
    }

    private static boolean isSure(int role, List<String> plain) {
        return plain.stream().anyMatch(name -> ColumnNames.rank(role, name) < ColumnNames.WEAK);
    }

    /// A `time` beside a `date` may be the time of day; whoever looks at the rows knows.
    private static void dateAndClock(int[] at, List<String> plain) {
        int clock = at[CLOCK];
        int date =
                IntStream.range(0, plain.size())
                        .filter(i -> i != clock && ColumnNames.isDate(plain.get(i)))
                        .findFirst()
                        .orElse(-1);
        if (date >= 0 && clock >= 0) {
            at[TIME] = date;
        } else {
            at[CLOCK] = -1;
        }
    }

    /// Names for a message, not all if there are many.
    public static String shown(List<String> written) {
        String all =
                written.stream()
                        .map(name -> name.replace("\"", "").strip())
                        .collect(Collectors.joining(", "));
        return all.length() > LONGEST
                ? all.substring(0, LONGEST) + "… (" + written.size() + " columns)"
                : all;
    }

    /// An index column, as data frames write it.
    private static boolean isUnnamed(String first) {
        return first.isEmpty() || first.startsWith("unnamed");
    }

    /// The column that has the role most surely; where several have it equally, the first for what
    /// may be there in several versions (time, volume), else none can be chosen.
    private static int find(int role, List<String> plain, List<String> written, String where) {
        int best = -1;
        int bestRank = ColumnNames.UNKNOWN;
        int same = -1;
        for (int i = 0; i < plain.size(); i++) {
            int rank = ColumnNames.rank(role, plain.get(i));
            if (rank < bestRank) {
                best = i;
                bestRank = rank;
                same = -1;
            } else if (rank == bestRank && best >= 0) {
                same = i;
            }
        }
        if (same >= 0 && role <= CLOSE) {
            String first = written.get(best).strip();
            throw new ColumnsException(
                    plain.get(best).equals(plain.get(same))
                            ? where
                                    + " has the column '"
                                    + plain.get(best)
                                    + "' twice; say which column is what with --columns"
                            : where
                                    + " has '"
                                    + first
                                    + "' and '"
                                    + written.get(same).strip()
                                    + "' for "
                                    + VALUES.get(role)
                                    + "; say which column is what with --columns");
        }
        return best;
    }

    /// The columns that could have a role, the surest first.
    public static List<Integer> candidates(int role, List<String> written) {
        List<Integer> ranks =
                written.stream()
                        .map(name -> ColumnNames.rank(role, ColumnNames.plain(name)))
                        .toList();
        return IntStream.range(0, ranks.size())
                .filter(i -> ranks.get(i) != ColumnNames.UNKNOWN)
                .boxed()
                .sorted(Comparator.comparingInt(ranks::get))
                .toList();
    }

    /// Columns that cannot be used; the message says why.
    public static final class ColumnsException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public ColumnsException(String message) {
            super(message);
        }
    }
}
