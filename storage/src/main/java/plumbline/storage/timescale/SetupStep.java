package plumbline.storage.timescale;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A statement of `timescale.sql`.
///
/// @param object the table or view that it changes or makes
/// @param policy whether it adds a policy, which an administrator may take away again
record SetupStep(Capability capability, String object, boolean policy, String sql) {
    private static final String FILE = "/plumbline/storage/migration/postgres/timescale.sql";
    private static final Pattern STEP =
            Pattern.compile(
                    "^-- ([A-Z_]+) (\\w+)( policy)?\n(.+?);$", Pattern.DOTALL | Pattern.MULTILINE);

    /// For example `COMPRESSION candle policy`.
    String name() {
        return name(capability, object, policy);
    }

    static String name(Capability capability, String object, boolean policy) {
        return capability + " " + object + (policy ? " policy" : "");
    }

    /// All steps, in the order in which they are taken.
    static List<SetupStep> all() {
        List<SetupStep> steps = new ArrayList<>();
        Matcher step = STEP.matcher(text());
        while (step.find()) {
            steps.add(
                    new SetupStep(
                            Capability.valueOf(step.group(1)),
                            step.group(2),
                            step.group(3) != null,
                            step.group(4)));
        }
        return steps;
    }

    private static String text() {
        try (InputStream in = SetupStep.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + FILE + " in this program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
