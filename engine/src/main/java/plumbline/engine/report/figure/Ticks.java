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

    /// `950`, `12k`, `1.5M`.
    static String compact(double value) {
        double size = Math.abs(value);
        if (size >= 1e6) {
            return trimmed(value / 1e6) + "M";
        }
        if (size >= 1e4) {
            return trimmed(value / 1e3) + "k";
        }
        return trimmed(value);
    }

    private static String trimmed(double value) {
        double size = Math.abs(value);
        int decimals = size >= 100 || size == 0 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 4;
        String text = Numbers.fixed(value, decimals);
        return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }

    /// Starts of years, months, days or hours within a span, at most `most` of them, in UTC.
    static List<Tick> times(long fromMs, long toMs, int most) {
        double days = (toMs - fromMs) / 86_400_000.0;
        if (days > 365 * 1.5) {
            return years(fromMs, toMs, most);
        }
        if (days > 45) {
            int step = (int) Math.ceil(days / 30.4 / most);
            return calendar(fromMs, toMs, ChronoUnit.MONTHS, step);
        }
        if (days > 2) {
            return calendar(fromMs, toMs, ChronoUnit.DAYS, (int) Math.ceil(days / most));
        }
        int step = (int) Math.ceil(days * 24 / most);
        return calendar(fromMs, toMs, ChronoUnit.HOURS, step);
    }

    private static List<Tick> years(long fromMs, long toMs, int most) {
        int first = date(fromMs).getYear();
        int last = date(toMs).getYear();
        int step = (int) Math.ceil((last - first + 1.0) / most);
        List<Tick> ticks = new ArrayList<>();
        for (int year = first; year <= last; year += step) {
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
                unit == ChronoUnit.MONTHS
                        ? at.toLocalDate().withDayOfMonth(1).atStartOfDay()
                        : at.truncatedTo(unit);
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
