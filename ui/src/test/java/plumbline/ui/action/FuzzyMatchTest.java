package plumbline.ui.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FuzzyMatchTest {

    @Test
    void lettersAreFoundInTheirOrderOnly() {
        assertThat(score("bkt", "Run a backtest")).isPositive();
        assertThat(score("tkb", "Run a backtest")).isEqualTo(FuzzyMatch.NONE);
        assertThat(score("bbt", "Run a backtest")).isEqualTo(FuzzyMatch.NONE);
    }

    @Test
    void capitalsDoNotMatter() {
        assertThat(score("BTC", "btc/usdt")).isEqualTo(score("btc", "BTC/USDT")).isPositive();
    }

    @Test
    void anEmptyQueryMatchesEverything() {
        assertThat(FuzzyMatch.of("  ").isEmpty()).isTrue();
        assertThat(score(" ", "anything")).isPositive();
    }

    @Test
    void wordsComeInAnyOrder() {
        assertThat(score("report write", "Write the report")).isPositive();
        assertThat(score("report read", "Write the report")).isEqualTo(FuzzyMatch.NONE);
    }

    @Test
    void startsOfWordsAndRunsGoFirst() {
        assertThat(order("btc", "Subtract", "ABTC/USDT", "Best trend, crypto", "BTC/USDT"))
                .containsExactly("BTC/USDT", "ABTC/USDT", "Best trend, crypto", "Subtract");
        assertThat(order("ema", "Theme: dark", "Exponential mean of all", "EMA cross", "Schema"))
                .containsExactly("EMA cross", "Schema", "Exponential mean of all", "Theme: dark");
        assertThat(order("wr", "Answer", "Write the report", "New run"))
                .first()
                .isEqualTo("Write the report");
    }

    @Test
    void theShorterOfTwoEqualMatchesGoesFirst() {
        assertThat(order("sol", "SOL/USDT perpetual", "SOL/USDT", "SOL/BTC"))
                .containsExactly("SOL/BTC", "SOL/USDT", "SOL/USDT perpetual");
    }

    @Test
    void whatIsInTheDetailCountsLess() {
        FuzzyMatch query = FuzzyMatch.of("binance");

        assertThat(query.score(FuzzyText.of("Binance", "")))
                .isGreaterThan(query.score(FuzzyText.of("BTC/USDT", "binance spot")));
        assertThat(FuzzyMatch.of("bin btc").score(FuzzyText.of("BTC/USDT", "binance")))
                .isPositive();
        assertThat(FuzzyMatch.of("bnc").score(FuzzyText.of("BTC/USDT", "binance")))
                .as("scattered letters of a detail are no match")
                .isEqualTo(FuzzyMatch.NONE);
    }

    @Test
    void positionsAreThoseOfTheBestMatch() {
        assertThat(positions("rep", "Write the report")).containsExactly(10, 11, 12);
        assertThat(positions("wtr", "Write the report")).containsExactly(0, 6, 10);
        assertThat(positions("report wr", "Write the report"))
                .containsExactly(0, 1, 10, 11, 12, 13, 14, 15);
        assertThat(positions("e20", "EMA20")).containsExactly(0, 3, 4);
    }

    /// What is found is always the query, letter by letter.
    @Test
    void positionsSpellTheQuery() {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            String text = letters(random, 1 + random.nextInt(20));
            String query = letters(random, 1 + random.nextInt(4)).replace(" ", "");
            FuzzyMatch match = FuzzyMatch.of(query);
            if (query.isEmpty() || match.score(FuzzyText.of(text)) == FuzzyMatch.NONE) {
                continue;
            }
            StringBuilder found = new StringBuilder();
            match.positions(FuzzyText.of(text)).stream().forEach(i -> found.append(text.charAt(i)));
            assertThat(found).as("seed " + seed).hasToString(query);
        }
    }

    private static String letters(Random random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append("abc ".charAt(random.nextInt(4)));
        }
        return text.toString();
    }

    @Test
    void tenThousandMarketsTakeMilliseconds() {
        List<FuzzyText> markets = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            markets.add(FuzzyText.of("A%04d/USDT".formatted(i), "binance spot"));
        }
        for (String query : List.of("u", "usdt", "a1usd", "bin usdt 77", "zzz")) {
            long best = Long.MAX_VALUE;
            for (int round = 0; round < 60; round++) {
                FuzzyMatch match = FuzzyMatch.of(query);
                long start = System.nanoTime();
                markets.forEach(match::score);
                best = Math.min(best, System.nanoTime() - start);
            }
            assertThat(best / 1e6).as(query + ", best of 60, ms").isLessThan(5);
        }
    }

    private static int score(String query, String text) {
        return FuzzyMatch.of(query).score(FuzzyText.of(text));
    }

    private static List<Integer> positions(String query, String text) {
        return FuzzyMatch.of(query).positions(FuzzyText.of(text)).stream().boxed().toList();
    }

    private static List<String> order(String query, String... texts) {
        return List.of(texts).stream()
                .filter(text -> score(query, text) != FuzzyMatch.NONE)
                .sorted(Comparator.comparing((String text) -> -score(query, text)))
                .toList();
    }
}
