package plumbline.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import plumbline.app.Version;
import plumbline.engine.text.ErrorText;

/// What `doctor` finds on the machine.
final class MachineFindings {
    private static final long LEAST_FREE = 100_000_000;
    private static final String GTK = "libgtk-3.so.0";
    private static final List<String> LIBRARY_FOLDERS =
            List.of("/usr/lib", "/usr/lib64", "/lib", "/lib64", "/usr/local/lib");

    private MachineFindings() {}

    static List<Finding> java() {
        Runtime runtime = Runtime.getRuntime();
        return List.of(
                Finding.ok("Plumbline", Version.text()),
                Finding.ok(
                        "Java",
                        Runtime.version()
                                + " of "
                                + System.getProperty("java.vendor", "?")
                                + " on "
                                + System.getProperty("os.name", "?")
                                + ", "
                                + Counts.of(runtime.availableProcessors(), "processor")
                                + ", at most "
                                + Counts.bytes(runtime.maxMemory())
                                + " of memory"));
    }

    /// The home folder, which is there.
    static Finding folder(Path folder) {
        if (!Files.isWritable(folder)) {
            return Finding.fault("home", folder + " cannot be written to; change its rights");
        }
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            String text = folder + ", " + Counts.bytes(free) + " free";
            return free < LEAST_FREE
                    ? Finding.fault("home", text + ": hardly any room; make some on that disk")
                    : Finding.ok("home", text);
        } catch (IOException e) {
            return Finding.fault("home", folder + " cannot be looked at: " + ErrorText.of(e));
        }
    }

    /// Whether a window can be opened.
    static List<Finding> window(Map<String, String> environment) {
        List<Finding> findings = new ArrayList<>();
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        if (linux) {
            findings.add(
                    hasGtk()
                            ? Finding.ok("window", "its libraries are there (GTK 3)")
                            : Finding.lacking(
                                    "window",
                                    "GTK 3 ("
                                            + GTK
                                            + ") is not there, so no window can be opened; on Debian"
                                            + " and Ubuntu: apt-get install libgtk-3-0"));
        }
        String display =
                Stream.of("WAYLAND_DISPLAY", "DISPLAY")
                        .map(name -> environment.getOrDefault(name, ""))
                        .filter(value -> !value.isEmpty())
                        .findFirst()
                        .orElse("");
        findings.add(
                linux && display.isEmpty()
                        ? Finding.lacking(
                                "display",
                                "there is none, so no window can be opened; the command line does"
                                        + " everything without")
                        : Finding.ok("display", display.isEmpty() ? "of the system" : display));
        return findings;
    }

    /// In the usual folders of libraries and one below, where Debian and others keep those of each
    /// kind of processor.
    private static boolean hasGtk() {
        for (String name : LIBRARY_FOLDERS) {
            Path folder = Path.of(name);
            if (Files.exists(folder.resolve(GTK))) {
                return true;
            }
            if (Files.isDirectory(folder)) {
                try (Stream<Path> below = Files.list(folder)) {
                    if (below.anyMatch(f -> Files.exists(f.resolve(GTK)))) {
                        return true;
                    }
                } catch (IOException e) {
                    continue; // a folder that cannot be read has nothing for this program
                }
            }
        }
        return false;
    }
}
