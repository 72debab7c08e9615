package io.keyward.validation.drill;

import io.keyward.validation.alert.store.AlertConfig;
import io.keyward.validation.check.KeyCheck.Revoked.Reason;
import io.keyward.validation.check.Suppositions;
import io.keyward.validation.drill.DrillPlan.Policies;
import io.keyward.validation.keyuse.KeyUse;
import io.keyward.validation.verdict.ConfirmationConfig;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Works drills out. */
@ApplicationScoped
class Drills {
    private final DrillStore store;
    private final Suppositions answers;
    private final Clock clock;
    private final Policies policies;

    Drills(DrillStore store, Suppositions answers, Clock clock, ConfirmationConfig confirmation, AlertConfig alerts) {
        this.store = store;
        this.answers = answers;
        this.clock = clock;
        this.policies = new Policies(ConfirmationConfig.policyOf(confirmation), AlertConfig.policyOf(alerts));
    }

    /** What would happen; empty when the project has no such key. */
    Uni<Optional<DrillView>> run(String groupId, String provider, Optional<String> region, Reason reason) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return store.ofProject(groupId, now).map(project -> {
            var condemnations = condemn(project, provider, region, reason, now);
            return condemnations.isEmpty()
                    ? Optional.empty()
                    : Optional.of(DrillWords.view(
                            DrillPlan.of(project, condemnations, policies, now), provider, reason.name()));
        });
    }

    private List<Condemnation> condemn(
            DrillFacts project, String provider, Optional<String> region, Reason reason, Instant now) {
        return project.keyUses().stream()
                .filter(use -> use.provider().equals(provider))
                .filter(use -> region.map(use.region()::equals).orElse(true))
                .map(use -> condemn(use, reason, now))
                .toList();
    }

    private Condemnation condemn(KeyUse use, Reason reason, Instant now) {
        return DrillRules.condemn(use, answers.revoked(use.ref(false), reason), policies.confirmation(), now);
    }
}
