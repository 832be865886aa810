package plumbline.ui.backtest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plumbline.engine.analytics.Metrics;
import plumbline.engine.backtest.BacktestRun;
import plumbline.engine.text.Numbers;
import plumbline.ui.text.Shown;
import plumbline.ui.text.Texts;

/// One figure of a run as a tile shows it. Texts come in forms, the longest first, of which the
/// tile takes the one it has room for.
///
/// @param id names it for tests
/// @param below what it is compared with, may be empty
/// @param sign above 0 shown as good, below 0 as bad
/// @param explained how it is computed
record KeyFigure(
        String id,
        List<String> title,
        List<String> value,
        List<String> below,
        double sign,
        String explained) {
    private static final double DAY_MS = 86_400_000;

    /// The eight that matter most, of `run`, compared with `before` if there is one.
    static List<KeyFigure> of(PreparedRun view, @Nullable PreparedRun before) {
        BacktestRun run = view.run();
        Metrics m = run.metrics();
        Metrics b = before == null ? null : before.run().metrics();
        Metrics hold = view.holding();
        List<KeyFigure> all = new ArrayList<>();
        all.add(
                figure("return", Shown.signedPercent(m.totalReturn()))
                        .signed(m.totalReturn())
                        .was(b == null ? null : Shown.signedPercent(b.totalReturn())));
        all.add(holding(hold, run.data().market().base()));
        String days = String.valueOf(run.assumptions().periodsPerYear());
        all.add(
                figure("sharpe", Shown.number(m.sharpe()))
                        .titled(Texts.of("figure.sharpe", days), Texts.of("figure.sharpe.short"))
                        .was(b == null ? null : Shown.number(b.sharpe())));
        all.add(
                figure("sortino", Shown.number(m.sortino()))
                        .was(b == null ? null : Shown.number(b.sortino())));
        all.add(
                figure("drawdown", Shown.percent(m.maxDrawdown()))
                        .signed(m.maxDrawdown())
                        .was(b == null ? null : Shown.percent(b.maxDrawdown())));
        all.add(figure("underwater", longest(m)).was(b == null ? null : longest(b)));
        all.add(
                figure("factor", Shown.number(m.profitFactor()))
                        .was(b == null ? null : Shown.number(b.profitFactor())));
        all.add(figure("trades", trades(m)).was(b == null ? null : trades(b)));
        return all;
    }

    private static KeyFigure holding(Metrics hold, String base) {
        String drawdown = Numbers.percent(hold.maxDrawdown(), 1);
        return figure("hold", Shown.signedPercent(hold.totalReturn()))
                .signed(hold.totalReturn())
                .noting(List.of(Texts.of("figure.hold.drawdown", drawdown), drawdown))
                .titled(Texts.of("figure.hold", base), Texts.of("figure.hold.short"));
    }

    private static List<String> longest(Metrics m) {
        String open = m.maxDrawdownOpen() ? "+" : "";
        String days = Numbers.compact(Math.floor(m.maxDrawdownDays()));
        return List.of(Numbers.duration(m.maxDrawdownDays() * DAY_MS) + open, days + " d" + open);
    }

    private static List<String> trades(Metrics m) {
        String few = Numbers.compact(m.trades());
        String share = Numbers.percent(m.winRate(), 0);
        return List.of(
                Numbers.fixed(m.trades(), 0) + " · " + Numbers.percent(m.winRate(), 1),
                few + " · " + share,
                few + "·" + share);
    }

    private static KeyFigure figure(String id, List<String> value) {
        boolean isTitled = id.equals("hold") || id.equals("sharpe");
        List<String> title =
                isTitled
                        ? List.of("")
                        : List.of(Texts.of("figure." + id), Texts.of("figure." + id + ".short"));
        return new KeyFigure(
                id, title, value, List.of(""), 0, Texts.of("figure." + id + ".explained"));
    }

    private KeyFigure titled(String newTitle, String shorter) {
        return new KeyFigure(id, List.of(newTitle, shorter), value, below, sign, explained);
    }

    private KeyFigure signed(double newSign) {
        return new KeyFigure(id, title, value, below, newSign, explained);
    }

    private KeyFigure noting(List<String> notes) {
        return new KeyFigure(id, title, value, notes, sign, explained);
    }

    private KeyFigure was(@Nullable List<String> former) {
        return former == null
                ? this
                : noting(former.stream().map(f -> Texts.of("figure.was", f)).toList());
    }
}
