package plumbline.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.slf4j.MarkerFactory;
import plumbline.engine.text.Printable;

/// The log for those who look for causes: `logs/plumbline.log` of the home folder, and warnings on
/// standard error. What users must know is told by the commands and the window.
public final class Logs {
    private static final long MOST_BYTES = 2_000_000;
    private static final int KEPT = 3;
    private static final String FILE = "plumbline-file";
    private static final String STDERR = "plumbline-stderr";
    private static final Pattern SECRET =
            Pattern.compile(
                    "(?i)((?:password|passwd|passphrase|secret|token|api[-_]?key)\\s*[=:]\\s*)[^\\s&;,'\")]+");
    private static final Pattern IN_ADDRESS = Pattern.compile("(://[^\\s/:@]*:)[^\\s/@]+@");

    /// Marks what the user is told in other words: it is not repeated on standard error.
    public static final Marker TOLD = MarkerFactory.getMarker("told");

    private Logs() {}

    /// How much is logged.
    ///
    /// @param verbose more, and on standard error too
    /// @param quiet errors only on standard error
    public record Detail(boolean verbose, boolean quiet) {}

    /// Sets up the log for a home folder; a second call replaces the first. Nothing is made before
    /// there is something to log.
    ///
    /// @param name of the level: error, warn, info or debug
    public static void start(Home home, Detail detail, String name) {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return; // embedded in a program that logs otherwise
        }
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.detachAndStopAllAppenders();
        level(name);
        root.addAppender(toStderr(context, detail));
        root.addAppender(toFile(context, home.logs().resolve("plumbline.log")));
    }

    /// From now on so much is logged.
    ///
    /// @param name of the level: error, warn, info or debug
    public static void level(String name) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            Level level = Level.toLevel(name);
            context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)
                    .setLevel(level.isGreaterOrEqual(Level.WARN) ? level : Level.WARN);
            context.getLogger("plumbline").setLevel(level);
        }
    }

    /// The process is ending: from now on standard error gets errors only. What goes wrong because
    /// of that is of interest to readers of the log.
    public static void ending() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            Appender<ILoggingEvent> stderr =
                    context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).getAppender(STDERR);
            if (stderr != null) {
                stderr.addFilter(threshold("ERROR"));
            }
        }
    }

    private static ThresholdFilter threshold(String level) {
        ThresholdFilter filter = new ThresholdFilter();
        filter.setLevel(level);
        filter.start();
        return filter;
    }

    /// Nothing goes into the file any more.
    public static void stop() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).detachAppender(FILE);
        }
    }

    private static Appender<ILoggingEvent> toStderr(LoggerContext context, Detail detail) {
        String least = detail.quiet() ? "ERROR" : detail.verbose() ? "DEBUG" : "WARN";
        ConsoleAppender<ILoggingEvent> stderr = new ConsoleAppender<>();
        stderr.setContext(context);
        stderr.setName(STDERR);
        stderr.setTarget("System.err");
        stderr.setEncoder(encoder(context, "%d{HH:mm:ss.SSS} %-5level %logger{24}: %msg%n%nopex"));
        stderr.addFilter(threshold(least));
        stderr.addFilter(new Untold());
        stderr.start();
        return stderr;
    }

    private static final class Untold extends Filter<ILoggingEvent> {
        @Override
        public FilterReply decide(ILoggingEvent event) {
            List<Marker> markers = event.getMarkerList();
            return markers != null && markers.contains(TOLD)
                    ? FilterReply.DENY
                    : FilterReply.NEUTRAL;
        }
    }

    private static Appender<ILoggingEvent> toFile(LoggerContext context, Path file) {
        Appender<ILoggingEvent> appender =
                new ToFile(
                        new LogFile(file, MOST_BYTES, KEPT),
                        encoder(
                                context,
                                "%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z',UTC} %-5level [%thread] %logger:"
                                        + " %msg%n%ex"));
        appender.setContext(context);
        appender.setName(FILE);
        appender.start();
        return appender;
    }

    private static Encoder<ILoggingEvent> encoder(LoggerContext context, String pattern) {
        PatternLayoutEncoder encoder = new Cleaning();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setPattern(pattern);
        encoder.start();
        return encoder;
    }

    private static final class Cleaning extends PatternLayoutEncoder {
        @Override
        public byte[] encode(ILoggingEvent event) {
            String lines = new String(super.encode(event), StandardCharsets.UTF_8);
            return cleaned(lines).getBytes(StandardCharsets.UTF_8);
        }
    }

    /// Without what must not be kept, and without what acts on the terminal of its reader.
    private static String cleaned(String lines) {
        String hidden = SECRET.matcher(lines).replaceAll("$1***");
        return Printable.of(IN_ADDRESS.matcher(hidden).replaceAll("$1***@"));
    }

    private static final class ToFile extends AppenderBase<ILoggingEvent> {
        private final LogFile file;
        private final Encoder<ILoggingEvent> encoder;

        ToFile(LogFile file, Encoder<ILoggingEvent> encoder) {
            this.file = file;
            this.encoder = encoder;
        }

        @Override
        protected void append(ILoggingEvent event) {
            try {
                file.add(encoder.encode(event));
            } catch (IOException e) { // there is no place left to tell it but standard error
                addWarn("cannot write " + file.file(), e);
            }
        }
    }
}
