package io.keyward.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.e2e.race.Lead;
import io.keyward.e2e.race.Outcome;
import io.keyward.e2e.race.Racer;
import io.keyward.e2e.stage.Stage;
import io.keyward.testkit.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Tearing private networking down races with asking for an endpoint. A hundred times with all the other tests; {@code -Dkeyward.race.rounds=1000} for
 * a thousand, which take minutes.
 */
@ExtendWith(Stage.Extension.class)
@Isolated("changes the pace of the cloud, and keeps everything busy")
class RaceScenario {
    private static final int ROUNDS = Integer.getInteger("keyward.race.rounds", 100);
    private static final int OFTEN = ROUNDS / 20;
    private static final Duration PACE = Duration.ofMillis(50);
    private static final List<String> REGIONS = List.of(
            "us-east-1",
            "us-east-2",
            "us-west-1",
            "us-west-2",
            "ca-central-1",
            "ca-west-1",
            "sa-east-1",
            "eu-north-1",
            "eu-west-1",
            "eu-west-2",
            "eu-west-3",
            "eu-central-1",
            "eu-central-2",
            "eu-south-1",
            "eu-south-2",
            "ap-south-1",
            "ap-east-1",
            "me-south-1",
            "af-south-1",
            "il-central-1");

    private final Stage stage;

    RaceScenario(Stage stage) {
        this.stage = stage;
    }

    @AfterEach
    void usualPace() {
        stage.vpcEndpoints().pace(Optional.empty());
    }

    @Test
    @Rule({"C7", "C8", "E1"})
    void noEndpointIsEverInAProjectWithoutPrivateNetworking(TestReporter reporter) {
        // Given
        stage.vpcEndpoints().pace(Optional.of(PACE));
        Lead lead = new Lead();
        List<Racer> racers =
                REGIONS.stream().map(region -> new Racer(stage, region, lead)).toList();
        AtomicInteger left = new AtomicInteger(ROUNDS);

        // When
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<List<Outcome>>> laps = racers.stream()
                    .map(racer -> CompletableFuture.supplyAsync(() -> run(racer, left), threads))
                    .toList();
            laps.forEach(lap -> lap.join().forEach(outcome -> outcomes.merge(outcome, 1, Integer::sum)));
        }

        // Then
        reporter.publishEntry("rounds", outcomes.toString());
        racers.forEach(Racer::verify);
        assertThat(outcomes.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(ROUNDS);
        assertThat(outcomes.get(Outcome.CREATED)).as("%s", outcomes).isGreaterThan(OFTEN);
        assertThat(outcomes.get(Outcome.TORN_DOWN)).as("%s", outcomes).isGreaterThan(OFTEN);
    }

    private static List<Outcome> run(Racer racer, AtomicInteger left) {
        List<Outcome> outcomes = new ArrayList<>();
        while (left.getAndDecrement() > 0) {
            outcomes.add(racer.race());
        }
        return outcomes;
    }
}
