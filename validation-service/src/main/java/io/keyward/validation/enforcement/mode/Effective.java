package io.keyward.validation.enforcement.mode;

import io.keyward.validation.enforcement.EnforcementConfig;
import io.keyward.validation.enforcement.mode.interval.IntervalConfig;
import io.keyward.validation.enforcement.plan.Mode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** What holds for a project: what was set for it, or else what holds for the installation. */
@ApplicationScoped
class Effective {
    private final Mode mode;
    private final Duration interval;

    Effective(EnforcementConfig enforcement, IntervalConfig checks) {
        this.mode = enforcement.mode();
        this.interval = checks.interval();
    }

    Mode mode(ModeEntity row) {
        return row.mode == null ? mode : row.mode;
    }

    Duration interval(ModeEntity row) {
        return row.checkInterval().orElse(interval);
    }
}
