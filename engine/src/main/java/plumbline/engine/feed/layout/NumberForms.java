package plumbline.engine.feed.layout;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plumbline.engine.feed.csv.NumberForm;

/// Finds out how the numbers of a file are written.
final class NumberForms {
    private static final Pattern PLAIN =
            Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern BODY = Pattern.compile("\\d[\\d.,'\u2019 \u00A0\u202F\u2009]*");
    private static final Pattern THOUSANDS = Pattern.compile("[+-]?[1-9]\\d{0,2}\\.\\d{3}");
    private static final Pattern THIRTY_SECONDS =
            Pattern.compile("\\d{2,3}'(?:[0-2]\\d|3[01])[0257]?");

    private static final NumberForm POINT = new NumberForm('.', true);
    private static final NumberForm COMMA = new NumberForm(',', true);

    private boolean plain = true;
    private boolean point;
    private boolean comma;

    /// A number that means one thing with a decimal point and another with a decimal comma.
    private String open = "";

    /// The form of all these cells.
    ///
    /// @param decimal what the user says stands before the decimals
    /// @param semicolons whether fields are separated by what is used where the decimal sign is a
    ///   comma
    /// @param commas whether the file looks like those of countries that write a decimal comma
    /// @throws LayoutException if that stays open
    static NumberForm find(
            List<String> cells,
            Optional<Character> decimal,
            boolean semicolons,
            boolean commas,
            int line)
            throws LayoutException {
        refuse32nds(cells, line);
        NumberForms forms = new NumberForms();
        cells.forEach(forms::look);
        if (decimal.isPresent()) {
            return decimal.get() == ',' ? COMMA : POINT;
        }
        if (forms.plain) {
            boolean whole =
                    cells.stream()
                            .allMatch(cell -> cell.isEmpty() || THOUSANDS.matcher(cell).matches());
            refuseThousands(commas || semicolons && whole ? cells : List.of(), line);
            return NumberForm.PLAIN;
        }
        if (forms.point && forms.comma) {
            throw new LayoutException(
                    line,
                    "some numbers have a decimal point and some a decimal comma; say which it is with"
                            + " --decimal . or --decimal ,");
        }
        if (!forms.point && !forms.comma && !forms.open.isEmpty()) {
            throw mayBeThousand(forms.open, line);
        }
        return forms.comma ? COMMA : POINT;
    }

    /// How all these cells are most likely written, for a look at what their columns are.
    static NumberForm likely(List<String> cells) {
        NumberForms forms = new NumberForms();
        cells.forEach(forms::look);
        boolean pointed =
                forms.point
                        || cells.stream()
                                .anyMatch(c -> c.indexOf('.') >= 0 && !Double.isNaN(POINT.read(c)));
        return forms.comma || !pointed && !forms.open.isEmpty() ? COMMA : POINT;
    }

    private static LayoutException mayBeThousand(String number, int line) {
        return new LayoutException(
                line,
                "'"
                        + number
                        + "' may be a thousand or have three decimals, and no other number says"
                        + " which; say it with --decimal . or --decimal ,");
    }

    /// `110'160` is 110 and 16/32 where bonds are traded, and a number of thousands elsewhere.
    private static void refuse32nds(List<String> cells, int line) throws LayoutException {
        List<String> marked = cells.stream().filter(cell -> cell.indexOf('\'') > 0).toList();
        if (!marked.isEmpty()
                && marked.stream().allMatch(cell -> THIRTY_SECONDS.matcher(cell).matches())) {
            throw new LayoutException(
                    line,
                    "'"
                            + marked.getFirst()
                            + "' may be a price in 32nds, which are not read; write prices with"
                            + " decimals");
        }
    }

    /// Where every point has three digits behind it, all may be thousands.
    private static void refuseThousands(List<String> cells, int line) throws LayoutException {
        List<String> pointed = cells.stream().filter(cell -> cell.indexOf('.') >= 0).toList();
        if (!pointed.isEmpty()
                && pointed.stream().allMatch(cell -> THOUSANDS.matcher(cell).matches())) {
            throw mayBeThousand(pointed.getFirst(), line);
        }
    }

    private void look(String cell) {
        Matcher body = BODY.matcher(cell);
        boolean isPoint = !Double.isNaN(POINT.read(cell));
        boolean isComma = !Double.isNaN(COMMA.read(cell));
        if (!body.find() || !isPoint && !isComma) {
            return; // empty, or no number in any form
        }
        plain &= PLAIN.matcher(cell).matches();
        if (isPoint != isComma) {
            point |= isPoint;
            comma |= isComma;
            return; // it can be read in one way only
        }
        if (cell.indexOf(',') >= 0 && open.isEmpty()) {
            open = body.group().strip();
        }
    }
}
