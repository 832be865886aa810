package plumbline.ui.backtest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plumbline.engine.analytics.Metrics;
import plumbline.engine.backtest.BacktestRun;
import plumbline.engine.text.Numbers;
import plumbline.ui.text.Texts;

/// One figure of a run as a tile shows it.
///
/// @param id names it for tests
/// @param below what it is compared with, may be empty
/// @param sign above 0 shown as good, below 0 as bad
/// @param explained how it is computed
record KeyFigure(
        String id, String title, String value, String below, double sign, String explained) {
    private static final double DAY_MS = 86_400_000;

    /// The eight that matter most, of `run`, compared with `before` if there is one.
    static List<KeyFigure> of(PreparedRun view, @Nullable PreparedRun before) {
        BacktestRun run = view.run();
        Metrics m = run.metrics();
        Metrics b = before == null ? null : before.run().metrics();
        int days = run.assumptions().periodsPerYear();
        Metrics hold = view.holding();
        List<KeyFigure> all = new ArrayList<>();
        all.add(
                figure("return", Numbers.signedPercent(m.totalReturn(), 2))
                        .signed(m.totalReturn())
                        .was(b == null ? null : Numbers.signedPercent(b.totalReturn(), 2)));
        all.add(
                figure("hold", Numbers.signedPercent(hold.totalReturn(), 2))
                        .signed(hold.totalReturn())
                        .noting(
                                Texts.of(
                                        "figure.hold.drawdown",
                                        Numbers.percent(hold.maxDrawdown(), 1)))
                        .titled(Texts.of("figure.hold", run.data().market().base())));
        all.add(
                figure("sharpe", Numbers.fixed(m.sharpe(), 2))
                        .titled(Texts.of("figure.sharpe", days))
                        .was(b == null ? null : Numbers.fixed(b.sharpe(), 2)));
        all.add(
                figure("sortino", Numbers.fixed(m.sortino(), 2))
                        .was(b == null ? null : Numbers.fixed(b.sortino(), 2)));
        all.add(
                figure("drawdown", Numbers.percent(m.maxDrawdown(), 2))
                        .signed(m.maxDrawdown())
                        .was(b == null ? null : Numbers.percent(b.maxDrawdown(), 2)));
        all.add(figure("underwater", longest(m)).was(b == null ? null : longest(b)));
        all.add(
                figure("factor", Numbers.fixed(m.profitFactor(), 2))
                        .was(b == null ? null : Numbers.fixed(b.profitFactor(), 2)));
        all.add(figure("trades", trades(m)).was(b == null ? null : trades(b)));
        return all;
    }

    private static String longest(Metrics m) {
        String text = Numbers.duration(m.maxDrawdownDays() * DAY_MS);
        return m.maxDrawdownOpen() ? text + "+" : text;
    }

    private static String trades(Metrics m) {
        return Numbers.fixed(m.trades(), 0) + " · " + Numbers.percent(m.winRate(), 1);
    }

    private static KeyFigure figure(String id, String value) {
        return new KeyFigure(
                id,
                id.equals("hold") || id.equals("sharpe") ? "" : Texts.of("figure." + id),
                value,
                "",
                0,
                Texts.of("figure." + id + ".explained"));
    }

    private KeyFigure titled(String newTitle) {
        return new KeyFigure(id, newTitle, value, below, sign, explained);
    }

    private KeyFigure signed(double newSign) {
        return new KeyFigure(id, title, value, below, newSign, explained);
    }

    private KeyFigure noting(String note) {
        return new KeyFigure(id, title, value, note, sign, explained);
    }

    private KeyFigure was(@Nullable String former) {
        return former == null ? this : noting(Texts.of("figure.was", former));
    }
}
