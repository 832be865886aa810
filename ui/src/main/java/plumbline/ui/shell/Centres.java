package plumbline.ui.shell;

import plumbline.ui.error.ErrorCentre;
import plumbline.ui.health.HealthModel;
import plumbline.ui.health.StallWatchdog;
import plumbline.ui.job.Jobs;

/// Where the whole window tells of its work, its faults and its health.
record Centres(Jobs jobs, ErrorCentre errors, StallWatchdog watchdog, HealthModel health) {}
