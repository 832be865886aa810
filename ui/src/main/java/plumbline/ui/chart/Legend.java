package plumbline.ui.chart;

import java.util.ArrayList;
import java.util.List;

/// What the legend says: words with a meaning, which the painter turns into colours.
///
/// @param lines each a list of items, none of which is torn apart when the view is narrow
record Legend(List<List<Item>> lines) {
    /// Drawn as shapes, because fonts lack them.
    static final String RISE = "▲";

    static final String FALL = "▼";

    /// What a word means.
    enum Tone {
        TITLE,
        LABEL,
        VALUE,
        UP,
        DOWN,
        SERIES
    }

    /// One word.
    ///
    /// @param series number of the overlay if the tone is [Tone#SERIES], else 0
    record Word(String text, Tone tone, int series) {
        Word(String text, Tone tone) {
            this(text, tone, 0);
        }

        static Word direction(String text, boolean rose) {
            return new Word(text, rose ? Tone.UP : Tone.DOWN);
        }
    }

    /// Words that stay together.
    record Item(List<Word> words) {
        static Item of(Word... words) {
            return new Item(List.of(words));
        }
    }

    /// As plain text, for readers of the screen.
    String plain() {
        List<String> texts = new ArrayList<>();
        for (List<Item> line : lines) {
            for (Item item : line) {
                for (Word word : item.words) {
                    if (!word.text.equals(RISE) && !word.text.equals(FALL)) {
                        texts.add(word.text);
                    }
                }
            }
        }
        return String.join(" ", texts);
    }
}
