package plumbline.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What shares the database must not be reached from outside this machine.
@EnabledOnOs(OS.LINUX)
class LoopbackTest {
    private static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d+)]");
    // /proc/net/tcp and tcp6 write addresses as words in the machine's byte order
    private static final Set<String> LOOPBACK =
            Set.of(
                    "0100007F",
                    "0000000000000000FFFF00000100007F",
                    "00000000000000000000000001000000");

    @TempDir private Path home;

    @Test
    void theStoreListensOnLoopbackOnly() throws IOException {
        Set<String> before = listening();

        try (Stores stores = TestStores.open(home)) {
            Set<String> added = new HashSet<>(listening());
            added.removeAll(before);

            assertThat(stores.candles().list()).isEmpty();
            assertThat(added).isNotEmpty();
            assertThat(added).allMatch(address -> LOOPBACK.contains(address.split(":")[0]));
        }
    }

    /// `address:port`, hexadecimal, of every socket on which this process listens.
    private static Set<String> listening() throws IOException {
        Set<String> own = new HashSet<>();
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            for (Path descriptor : descriptors.toList()) {
                if (Files.isSymbolicLink(descriptor)) {
                    Matcher socket = SOCKET.matcher(Files.readSymbolicLink(descriptor).toString());
                    if (socket.matches()) {
                        own.add(socket.group(1));
                    }
                }
            }
        }
        List<String> lines = new ArrayList<>(Files.readAllLines(Path.of("/proc/net/tcp")));
        lines.addAll(Files.readAllLines(Path.of("/proc/net/tcp6")));
        Set<String> addresses = new HashSet<>();
        for (String line : lines) {
            String[] fields = line.strip().split("\\s+");
            boolean listens = fields.length > 9 && fields[3].equals("0A");
            if (listens && own.contains(fields[9])) {
                addresses.add(fields[1]);
            }
        }
        return addresses;
    }
}
