package plumbline.engine.exchange;

import java.util.Random;

/// What can happen to an answer on its way.
public final class Mutation {
    private static final String SOME = "0123456789\",.[]{}-eE xN\\é\n";
    private static final String[] ABSURD = {"1e999", "-1", "null", "\"\"", "[]", "0", "{\"a\":1}"};

    private Mutation() {}

    /// The same, cut, or with a sign more, less or another, or with an absurd value.
    public static String of(String text, Random random) {
        StringBuilder out = new StringBuilder(text);
        int at = random.nextInt(text.length());
        switch (random.nextInt(6)) {
            case 0 -> out.setLength(at);
            case 1 -> out.setCharAt(at, SOME.charAt(random.nextInt(SOME.length())));
            case 2 -> out.insert(at, SOME.charAt(random.nextInt(SOME.length())));
            case 3 -> out.deleteCharAt(at);
            case 4 -> {
                int comma = text.indexOf(',', at);
                int next = text.indexOf(',', comma + 1);
                if (comma >= 0 && next >= 0) {
                    out.replace(comma + 1, next, ABSURD[random.nextInt(ABSURD.length)]);
                }
            }
            default -> out.delete(at, Math.min(text.length(), at + random.nextInt(40)));
        }
        return out.toString();
    }
}
