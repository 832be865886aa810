package plumbline.ui.chart;

import java.util.ArrayList;
import java.util.List;
import plumbline.engine.market.CandleSeries;
import plumbline.engine.portfolio.Trade;
import plumbline.engine.text.Numbers;
import plumbline.ui.chart.Legend.Item;
import plumbline.ui.chart.Legend.Tone;
import plumbline.ui.chart.Legend.Word;
import plumbline.ui.text.Texts;

/// Writes the [Legend] of one candle.
final class LegendText {
    private static final int VOLUME_DECIMALS = 2;

    private LegendText() {}

    /// @param i the candle it is about
    /// @param trade index in `marks`, or -1
    static Legend of(SeriesData data, List<OverlayLine> lines, int i, TradeMarks marks, int trade) {
        List<Item> first = new ArrayList<>();
        first.add(Item.of(new Word(data.key().market().pair(), Tone.TITLE)));
        String origin = data.key().timeframe() + " · " + data.source();
        first.add(Item.of(new Word(origin, Tone.LABEL)));
        candle(first, data, i);
        if (data.isPart(i)) {
            String word = data.isForming(i) ? "legend.forming" : "legend.incomplete";
            first.add(Item.of(new Word(Texts.of(word), Tone.LABEL)));
        }
        List<Item> second = new ArrayList<>();
        for (OverlayLine line : lines) {
            if (line.overlay().isLevel() && Double.isNaN(line.value(i))) {
                continue; // no position, no stop
            }
            second.add(item(line, i, data.decimals()));
        }
        if (trade >= 0) {
            second.add(trade(marks, trade));
        }
        return new Legend(second.isEmpty() ? List.of(first) : List.of(first, second));
    }

    /// Of the pane at candle `i`.
    static Legend of(StudyPane pane, int i) {
        List<Item> items = new ArrayList<>();
        for (OverlayLine line : pane.lines()) {
            items.add(item(line, i, pane.decimals()));
        }
        return new Legend(List.of(items));
    }

    private static Item item(OverlayLine line, int i, int decimals) {
        String value = Numbers.fixed(line.value(i), decimals);
        return Item.of(
                new Word(line.overlay().name(), Tone.LABEL),
                new Word(value, Tone.SERIES, line.overlay().series()));
    }

    private static void candle(List<Item> out, SeriesData data, int i) {
        CandleSeries candles = data.candles();
        double open = candles.open()[i];
        double close = candles.close()[i];
        boolean rose = close >= open;
        out.add(price("O", open, data, rose));
        out.add(price("H", candles.high()[i], data, rose));
        out.add(price("L", candles.low()[i], data, rose));
        out.add(price("C", close, data, rose));
        List<Word> change = new ArrayList<>();
        if (close != open) {
            change.add(Word.direction(rose ? Legend.RISE : Legend.FALL, rose));
        }
        change.add(Word.direction(Numbers.signedPercent(close / open - 1, 2), rose));
        out.add(new Item(change));
        out.add(
                Item.of(
                        new Word("Vol", Tone.LABEL),
                        new Word(volume(candles.volume()[i]), Tone.VALUE)));
    }

    private static Item price(String name, double price, SeriesData data, boolean rose) {
        return Item.of(
                new Word(name, Tone.LABEL),
                Word.direction(Numbers.fixed(price, data.decimals()), rose));
    }

    private static String volume(double volume) {
        if (volume >= 1e6) {
            return Numbers.fixed(volume / 1e6, VOLUME_DECIMALS) + "M";
        }
        boolean tiny = volume > 0 && volume < 0.1;
        return Numbers.fixed(volume, tiny ? 2 * VOLUME_DECIMALS : VOLUME_DECIMALS);
    }

    private static Item trade(TradeMarks marks, int index) {
        Trade trade = marks.trade(index);
        return Item.of(
                new Word("Trade " + marks.number(index) + " of " + marks.total(), Tone.LABEL),
                new Word(trade.side().code(), Tone.VALUE),
                new Word("· exit", Tone.LABEL),
                new Word(trade.exitReason(), Tone.VALUE),
                Word.direction(Numbers.signedPercent(trade.returnFraction(), 2), trade.won()));
    }
}
