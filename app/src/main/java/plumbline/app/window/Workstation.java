package plumbline.app.window;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.app.Exchanges;
import plumbline.app.Home;
import plumbline.app.OpenHome;
import plumbline.engine.backtest.BacktestRun;
import plumbline.engine.config.Configuration;
import plumbline.engine.exchange.http.VenueEvent;
import plumbline.engine.io.AtomicFile;
import plumbline.engine.market.StorageException;
import plumbline.engine.report.ReportFormat;
import plumbline.engine.report.Reports;
import plumbline.engine.text.ErrorText;
import plumbline.engine.upkeep.BackupDuty;
import plumbline.engine.upkeep.Progress;
import plumbline.storage.Stores;
import plumbline.ui.backtest.BacktestServices;
import plumbline.ui.data.DataServices;
import plumbline.ui.data.StoreNote;
import plumbline.ui.fx.FxTasks;
import plumbline.ui.shell.MainWindow;
import plumbline.ui.shell.WindowContext;
import plumbline.ui.shell.WindowServices;
import plumbline.ui.shell.WindowSettings;
import plumbline.ui.start.Opening;
import plumbline.ui.text.ShownPath;

/// Puts the window together: the home folder, the stage, what the window needs of the system.
final class Workstation implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Workstation.class);
    private static final long END_WITHIN_S = 5;

    /// Of a market.
    private static final int MOST_RUNS = 100;

    private static final double WIDTH = 1600;
    private static final double HEIGHT = 900;
    private static final double LEAST_WIDTH = 1024;
    private static final double LEAST_HEIGHT = 640;

    private final Home home;
    private final Configuration configuration;
    private final WindowConfig config;
    private final InstantSource clock;
    private final Map<String, String> environment;
    private final RunningMarker marker;
    private final WindowSettings memory;
    private final AtomicReference<@Nullable Path> restoring = new AtomicReference<>();
    private final ExecutorService background = background();
    private final Object lock = new Object();
    private @Nullable OpenHome opened;
    private @Nullable WindowExchanges exchanges;
    private @Nullable Reports reports;
    private @Nullable DailyBackup dailyBackup;
    private @Nullable MainWindow window;
    private StoreNote note = StoreNote.NONE;
    private boolean closed;

    Workstation(
            Home home,
            Configuration configuration,
            InstantSource clock,
            Map<String, String> environment) {
        this.home = home;
        this.configuration = configuration;
        this.config = new WindowConfig(home, configuration, this::note);
        this.clock = clock;
        this.environment = environment;
        marker = new RunningMarker(home.folder().resolve("window.running"));
        memory = new WindowFile(home.windowSettings(), clock, background);
    }

    private static ExecutorService background() {
        AtomicInteger number = new AtomicInteger();
        int threads = Math.max(2, Runtime.getRuntime().availableProcessors() - 1);
        return Executors.newFixedThreadPool(
                threads,
                work ->
                        Thread.ofPlatform()
                                .daemon()
                                .name("work-" + number.incrementAndGet())
                                .unstarted(work));
    }

    /// FX thread. Shows the window; the home folder is opened meanwhile.
    Stage show(boolean demo, boolean safe, Runnable whenClosed) {
        Opening opening = new Opening(!demo, safe, !demo && marker.isLeft());
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        double width = Math.min(WIDTH, screen.getWidth());
        double height = Math.min(HEIGHT, screen.getHeight());
        MainWindow shown = new MainWindow(context(opening), width, height);
        window = shown;
        Stage stage = new Stage();
        stage.setScene(shown.scene());
        stage.setTitle("Plumbline");
        stage.getIcons().add(MainWindow.icon());
        stage.setMinWidth(Math.min(LEAST_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(LEAST_HEIGHT, screen.getHeight()));
        StagePlace place = new StagePlace(memory, stage, middle(screen, width, height));
        stage.setOnHidden(e -> {
            place.save();
            whenClosed.run();
        });
        stage.show();
        LOG.debug("the window is shown");
        shown.open(this::opened);
        return stage;
    }

    private WindowContext context(Opening opening) {
        FxTasks tasks = FxTasks.onFxThread(background);
        return new WindowContext(
                tasks,
                memory,
                new DesktopOpener(),
                clock,
                ShownPath.of(home.folder()),
                opening,
                HomeItems.of(configuration, config, tasks, HomeItems.home(home, environment)));
    }

    /// Notes in the audit log what was done.
    private void note(String action, String subject, String detail) {
        synchronized (lock) {
            if (opened == null) {
                throw new StorageException(
                        action
                                + " of "
                                + subject
                                + " was done, but not noted: the home is not open");
            }
            opened.note(action, subject, detail);
        }
    }

    private WindowServices opened(Progress progress) {
        WindowServices services = open(progress);
        marker.set();
        return services;
    }

    /// FX thread. Closes the home folder, puts a backup in the place of its database and opens it
    /// again; the stage stays.
    private void restore(Path backup) {
        MainWindow before = window;
        if (before == null) {
            return;
        }
        before.close();
        restoring.set(backup);
        Scene scene = before.scene();
        MainWindow next =
                new MainWindow(
                        context(new Opening(false, before.isSafe(), false)),
                        scene.getWidth(),
                        scene.getHeight());
        window = next;
        if (scene.getWindow() instanceof Stage stage) {
            stage.setScene(next.scene());
        }
        next.restore(ShownPath.of(backup), this::opened);
    }

    /// Restores a backup with the home closed.
    private void restored(Path backup, Progress progress) {
        closeHome();
        try {
            String text = Stores.restore(home.folder(), backup, clock, progress).text();
            note = new StoreNote(StoreNote.Kind.RESTORED, text);
        } catch (StorageException e) {
            LOG.warn("{} was not restored", backup, e);
            note = new StoreNote(StoreNote.Kind.NOT_RESTORED, ErrorText.of(e));
        }
    }

    private static Rectangle2D middle(Rectangle2D screen, double width, double height) {
        return new Rectangle2D(
                screen.getMinX() + (screen.getWidth() - width) / 2,
                screen.getMinY() + (screen.getHeight() - height) / 2,
                width,
                height);
    }

    /// Begins to open the home folder, so that it is open when the toolkit has started. A failure
    /// is left to [#show], which tries again and tells.
    void prepare() {
        background.execute(() -> {
            try {
                open((_, _, _) -> {});
            } catch (StorageException | UncheckedIOException e) {
                LOG.debug("the home folder is not open yet", e);
            }
        });
    }

    private WindowServices open(Progress progress) {
        synchronized (lock) {
            if (closed) {
                throw new IllegalStateException("the window is closed");
            }
            Path backup = restoring.getAndSet(null);
            if (backup != null) {
                restored(backup, progress);
            }
            if (opened == null) {
                opened = OpenHome.open(home, clock);
            }
            OpenHome ready = opened;
            ready.storeSample();
            if (exchanges == null) {
                exchanges =
                        new WindowExchanges(
                                new Exchanges(
                                        configuration, InstantSource.system(), Workstation::log),
                                ready);
            }
            KeptRuns runs = new KeptRuns(ready.runs());
            return new WindowServices(
                    ready.candles(),
                    ready.marketData(),
                    new BacktestServices(
                            ready.strategies(),
                            ready.runner(),
                            config.backtest(),
                            market -> runs.newestOf(market, MOST_RUNS),
                            ready::keep,
                            run -> report(ready, run)),
                    dataServices(ready),
                    exchanges,
                    new LayoutFiles(home.folder().resolve("layouts"), clock),
                    new JobFile(home.jobs()),
                    new KeysFile(home.folder().resolve("keys.txt"), clock, background),
                    this::printKeys);
        }
    }

    /// What is seen on the page of connections is in the log, too.
    private static void log(VenueEvent event) {
        LOG.info("{}: {}", event.venue(), event.reason());
    }

    /// Shows the sheet of keys where it can be printed.
    private void printKeys(String page) {
        Path file = home.folder().resolve("keys.html");
        background.execute(() -> {
            try {
                byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
                AtomicFile.write(file, out -> out.write(bytes));
                Platform.runLater(() -> new DesktopOpener().open(file));
            } catch (IOException e) {
                LOG.error("cannot write {}", file, e);
                unexpected(e);
            }
        });
    }

    private DataServices dataServices(OpenHome ready) {
        Optional<BackupDuty> duty = ready.backupDuty(config::backupPlan);
        if (dailyBackup == null && duty.isPresent()) {
            dailyBackup =
                    new DailyBackup(
                            duty.get(), clock, config::backsUpByItself, new BackupToWindow());
            dailyBackup.start();
        }
        return new DataServices(
                ready.candles(),
                ready.issues(),
                ready.audit(),
                duty,
                ShownPath.of(home.folder().resolve("backups")),
                ready::facts,
                ready.recovery()
                        .map(r -> new StoreNote(StoreNote.Kind.RECOVERED, r.text()))
                        .orElse(note),
                this::restore,
                clock);
    }

    /// Tells the window of the daily backup.
    private final class BackupToWindow implements DailyBackup.Told {
        @Override
        public void made() {
            tell(MainWindow::backedUp);
        }

        @Override
        public void failed(Throwable failure) {
            tell(shown -> shown.backupFailed(failure));
        }
    }

    /// Any thread: tells the user of what nobody caught.
    void unexpected(Throwable failure) {
        tell(shown -> shown.unexpected(failure));
    }

    private void tell(Consumer<MainWindow> telling) {
        try {
            Platform.runLater(() -> {
                if (window != null) {
                    telling.accept(window);
                }
            });
        } catch (IllegalStateException e) {
            LOG.debug("there is no window to tell", e);
        }
    }

    private List<Path> report(OpenHome ready, BacktestRun run) throws IOException {
        synchronized (lock) {
            if (reports == null) {
                reports = OpenHome.reports();
            }
            return reports.write(run, ready.reportFolder(run), ReportFormat.USUAL);
        }
    }

    private void closeHome() {
        synchronized (lock) {
            if (dailyBackup != null) {
                dailyBackup.close();
                dailyBackup = null;
            }
            if (exchanges != null) {
                exchanges.close();
                exchanges = null;
            }
            if (opened != null) {
                opened.close();
                opened = null;
            }
        }
    }

    /// The user, or the system, wanted the end: it is no crash, whatever is given up from now on.
    void ended() {
        marker.remove();
    }

    /// Lets what is being written end, then closes the home folder.
    @Override
    public void close() {
        ended();
        background.shutdown();
        DailyBackup backup;
        synchronized (lock) {
            backup = dailyBackup;
        }
        if (backup != null) {
            backup.close();
        }
        try {
            if (!background.awaitTermination(END_WITHIN_S, TimeUnit.SECONDS)) {
                LOG.warn("work was still going on after {} s and is given up", END_WITHIN_S);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (lock) {
            closed = true;
            closeHome();
        }
    }
}
