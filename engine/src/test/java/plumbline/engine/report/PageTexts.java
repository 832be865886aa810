package plumbline.engine.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// Where each text of a page stands, in points from its top left corner.
final class PageTexts extends PDFTextStripper {
    private static final double MARGIN = 14.5 / 25.4 * 72;
    private static final double WIDTH = 210 / 25.4 * 72;
    private static final double TOP = 10 / 25.4 * 72;
    private static final double FOOTER = 283.5 / 25.4 * 72;
    private static final double TOUCH = 0.5;

    private final List<Piece> pieces = new ArrayList<>();

    /// Letters that follow each other on one line; as high as capitals are.
    private static final class Piece {
        private final StringBuilder text = new StringBuilder();
        private double left;
        private double right;
        private double top;
        private double bottom;

        boolean isFollowedBy(TextPosition letter) {
            double gap = letter.getXDirAdj() - right;
            return Math.abs(letter.getYDirAdj() - bottom) < 0.1 && gap > -1 && gap < 3;
        }

        boolean overlaps(Piece other) {
            return Math.min(right, other.right) - Math.max(left, other.left) > TOUCH
                    && Math.min(bottom, other.bottom) - Math.max(top, other.top) > TOUCH;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "'%s' at %.1f..%.1f, %.1f", text, left, right, bottom);
        }
    }

    static PageTexts of(PDDocument document) throws IOException {
        PageTexts texts = new PageTexts();
        texts.getText(document);
        return texts;
    }

    @Override
    protected void processTextPosition(TextPosition letter) {
        if (letter.getUnicode().isBlank()) {
            return;
        }
        Piece last = pieces.isEmpty() ? null : pieces.getLast();
        if (last == null || !last.isFollowedBy(letter)) {
            last = new Piece();
            last.left = letter.getXDirAdj();
            last.bottom = letter.getYDirAdj();
            last.top = last.bottom - 0.7 * letter.getFontSizeInPt();
            pieces.add(last);
        }
        last.text.append(letter.getUnicode());
        last.right = letter.getXDirAdj() + letter.getWidthDirAdj();
    }

    List<Piece> texts() {
        return pieces;
    }

    /// All letters in the order in which they were written, without spaces.
    String letters() {
        StringBuilder letters = new StringBuilder();
        pieces.forEach(piece -> letters.append(piece.text));
        return letters.toString();
    }

    /// Lines that end at the point of a number.
    List<String> brokenNumbers() {
        return pieces.stream()
                .map(piece -> piece.text.toString())
                .filter(text -> text.matches(".*[+\u2212]\\d+\\."))
                .toList();
    }

    /// What is not between the margins, or below the rule of the footer without being the footer.
    List<String> outside() {
        double lowest = pieces.stream().mapToDouble(p -> p.bottom).max().orElse(0);
        return pieces.stream()
                .filter(p ->
                        p.left < MARGIN
                                || p.right > WIDTH - MARGIN
                                || p.top < TOP
                                || p.bottom > FOOTER && p.bottom < lowest
                                || p.bottom > FOOTER + 15)
                .map(Piece::toString)
                .toList();
    }

    List<String> overlaps() {
        List<String> overlaps = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (pieces.get(i).overlaps(pieces.get(j))) {
                    overlaps.add(pieces.get(j) + " and " + pieces.get(i));
                }
            }
        }
        return overlaps;
    }
}
