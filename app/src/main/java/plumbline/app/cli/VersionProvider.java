package plumbline.app.cli;

import picocli.CommandLine.IVersionProvider;
import plumbline.app.Version;

/// What `--version` prints.
final class VersionProvider implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {
            "plumbline " + Version.text() + ", Java " + Runtime.version().feature()
        };
    }
}
