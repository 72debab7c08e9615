package io.keyward.validation.drill;

import io.keyward.validation.alert.configuration.AlertConfiguration;
import io.keyward.validation.endpoint.Endpoint;
import io.keyward.validation.enforcement.ClusterSituation;
import io.keyward.validation.enforcement.plan.Restraint;
import io.keyward.validation.keyuse.KeyUse;
import java.time.Duration;
import java.util.List;

/**
 * A project as it is, with all that a revocation would meet.
 *
 * @param projectName what people call it
 * @param heldByGuard whether the guard would hold the next key that is to be condemned
 * @param hinted whether anybody may send hints about its keys
 * @param interval how often its keys are checked
 */
record DrillFacts(
        String groupId,
        String projectName,
        List<KeyUse> keyUses,
        List<ClusterSituation> clusters,
        List<Endpoint> endpoints,
        List<AlertConfiguration> configurations,
        Restraint restraint,
        boolean heldByGuard,
        boolean hinted,
        Duration interval) {}
