package plumbline.engine.report.figure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import plumbline.engine.text.Numbers;

/// Where an axis is labelled.
final class Ticks {
    private static final double[] ROUND = {1, 2, 2.5, 5, 10};
    private static final int MOST_DECIMALS = 3;

    private Ticks() {}

    /// A labelled place.
    record Tick(double value, String label) {}

    /// Round numbers within `[low, high]`, at most `most` of them.
    static List<Double> linear(double low, double high, int most) {
        double rough = (high - low) / most;
        double magnitude = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = magnitude * 10;
        for (double round : ROUND) {
            if (round * magnitude >= rough) {
                step = round * magnitude;
                break;
            }
        }
        List<Double> ticks = new ArrayList<>();
        for (double k = Math.ceil(low / step - 1e-9); k * step <= high + step * 1e-9; k++) {
            ticks.add(k * step);
        }
        return ticks;
    }

    /// 1, 2 and 5 of each power of ten within `[low, high]`, thinned to powers of ten when there
    /// are many.
    static List<Double> logarithmic(double low, double high, int most) {
        for (int[] digits : new int[][] {{1, 2, 5}, {1, 3}, {1}}) {
            List<Double> ticks = new ArrayList<>();
            for (double power = Math.floor(Math.log10(low)); power <= Math.log10(high); power++) {
                for (int digit : digits) {
                    double tick = digit * Math.pow(10, power);
                    if (tick >= low * 0.999 && tick <= high * 1.001) {
                        ticks.add(tick);
                    }
                }
            }
            if (ticks.size() <= most) {
                return ticks;
            }
        }
        return List.of();
    }

    /// Labels of evenly spaced ticks: all in the same unit, with as many decimals as it takes to
    /// tell them apart.
    static List<String> labels(List<Double> ticks) {
        double largest = ticks.stream().mapToDouble(Math::abs).max().orElse(0);
        double step = ticks.size() < 2 ? largest : ticks.get(1) - ticks.get(0);
        Numbers.Unit unit = Numbers.Unit.of(largest);
        int decimals = decimals(step / unit.size());
        Numbers.Unit shown = decimals > MOST_DECIMALS ? Numbers.Unit.ONE : unit;
        int places = decimals > MOST_DECIMALS ? decimals(step) : decimals;
        return ticks.stream()
                .map(tick -> Numbers.fixed(tick / shown.size(), places) + shown.sign())
                .toList();
    }

    /// The fewest decimals with which a number is itself, but for its last digits.
    private static int decimals(double value) {
        int decimals = 0;
        double scaled = Math.abs(value);
        while (decimals < 12 && Math.abs(scaled - Math.rint(scaled)) > 1e-6 * scaled) {
            scaled *= 10;
            decimals++;
        }
        return decimals;
    }

    /// Starts of years, months, days, hours or minutes within a span, at most `most` of them, in
    /// UTC.
    static List<Tick> times(long fromMs, long toMs, int most) {
        double days = (toMs - fromMs) / 86_400_000.0;
        if (days > 365 * 1.5) {
            return years(fromMs, toMs, most * 4 / 3); // they are short
        }
        if (days > 45) {
            int step = (int) Math.ceil(days / 30.4 / most);
            return calendar(fromMs, toMs, ChronoUnit.MONTHS, step);
        }
        if (days > 2) {
            return calendar(fromMs, toMs, ChronoUnit.DAYS, (int) Math.ceil(days / most));
        }
        if (days > 0.25) {
            return calendar(fromMs, toMs, ChronoUnit.HOURS, (int) Math.ceil(days * 24 / most));
        }
        int step = 1;
        for (int round : new int[] {2, 5, 10, 15, 30, 60}) {
            step = days * 1440 / step > most ? round : step;
        }
        return calendar(fromMs, toMs, ChronoUnit.MINUTES, step);
    }

    private static List<Tick> years(long fromMs, long toMs, int most) {
        int first = date(fromMs).getYear();
        int last = date(toMs).getYear();
        int step = (int) Math.ceil((last - first + 1.0) / most);
        List<Tick> ticks = new ArrayList<>();
        // the last year always has its label, the first one mostly begins before the data
        for (int year = last - (last - first) / step * step; year <= last; year += step) {
            long start = LocalDate.of(year, 1, 1).toEpochDay() * 86_400_000L;
            if (start >= fromMs && start <= toMs) {
                ticks.add(new Tick(start, String.valueOf(year)));
            }
        }
        return ticks;
    }

    private static List<Tick> calendar(long fromMs, long toMs, ChronoUnit unit, int step) {
        DateTimeFormatter format =
                DateTimeFormatter.ofPattern(
                        switch (unit) {
                            case MONTHS -> "MMM yy";
                            case DAYS -> "d MMM";
                            default -> "HH:mm";
                        },
                        Locale.ENGLISH);
        LocalDateTime at = LocalDateTime.ofInstant(Instant.ofEpochMilli(fromMs), ZoneOffset.UTC);
        at =
                switch (unit) {
                    case MONTHS -> at.toLocalDate().withDayOfMonth(1).atStartOfDay();
                    case MINUTES -> at.truncatedTo(ChronoUnit.HOURS);
                    default -> at.truncatedTo(unit);
                };
        List<Tick> ticks = new ArrayList<>();
        for (; at.toInstant(ZoneOffset.UTC).toEpochMilli() <= toMs; at = at.plus(step, unit)) {
            long time = at.toInstant(ZoneOffset.UTC).toEpochMilli();
            if (time >= fromMs) {
                ticks.add(new Tick(time, format.format(at)));
            }
        }
        return ticks;
    }

    private static LocalDate date(long timeMs) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(timeMs), ZoneOffset.UTC);
    }
}
