package plumbline.ui.backtest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import plumbline.engine.backtest.BacktestRun;

/// Port: writes the report of a run where reports are kept. Implemented by whoever starts the
/// window.
///
/// Threads: a background thread; the call blocks.
@FunctionalInterface
public interface ReportSaver {

    /// @return what was written, the report for people first
    /// @throws IOException if something could not be written
    List<Path> save(BacktestRun run) throws IOException;
}
