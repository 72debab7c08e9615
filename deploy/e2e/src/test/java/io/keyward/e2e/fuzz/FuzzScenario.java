package io.keyward.e2e.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.e2e.fuzz.ApiDocument.Operation;
import io.keyward.e2e.http.Api;
import io.keyward.e2e.http.Reply;
import io.keyward.e2e.stage.Stage;
import io.keyward.local.service.Service;
import io.keyward.testkit.Rule;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Bad bodies for every operation that takes one: never answered by a 5xx, never a changed row when refused, and after all of it everybody still
 * serves. The same bodies every time, so that a run can be repeated; {@code -Dkeyward.fuzz.seed} sends others, {@code -Dkeyward.fuzz.places} more of
 * them.
 */
@ExtendWith(Stage.Extension.class)
@TestInstance(Lifecycle.PER_CLASS)
@Rule("A5")
class FuzzScenario {
    private static final long SEED = Long.getLong("keyward.fuzz.seed", 20_261_122L);
    private static final int PLACES = Integer.getInteger("keyward.fuzz.places", 40);

    private final Stage stage;
    private final Api api;
    private final RandomGenerator random = new SplittableRandom(SEED);
    private Targets targets;
    private final Map<Service, Rows> rows = new EnumMap<>(Service.class);

    FuzzScenario(Stage stage) {
        this.stage = stage;
        api = stage.api();
    }

    @BeforeAll
    void somethingOfEveryKind() {
        targets = Targets.create(stage);
        Stream.of(Service.CONFIG, Service.ENDPOINT)
                .forEach(service -> rows.put(service, Rows.of(stage.stack().postgres(), service, targets.owners())));
    }

    @AfterAll
    void stopLooking() {
        rows.values().forEach(Rows::close);
    }

    @TestFactory
    Stream<DynamicTest> badBodiesChangeNothingAndBreakNothing() {
        return new ApiDocument(api.get("/api/openapi.json").expect(200).json())
                .operationsWithBody().stream()
                        .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> survives(operation)));
    }

    private void survives(Operation operation) {
        Mutator mutator = new Mutator(random);
        Api caller = targets.callerOf(operation.path());
        String path = targets.fill(operation.path());
        Map<Service, Map<String, String>> before = digests();
        for (Mutation mutation : mutator.mutationsOf(operation.good(), PLACES).toList()) {
            Reply reply = caller.sendBytes(operation.method(), path, operation.mediaType(), mutation.body());
            Map<Service, Map<String, String>> after = digests();
            String what = "%s, %s, seed %d: %s".formatted(operation, mutation, SEED, reply);
            assertThat(reply.status()).as(what).isBetween(200, 499);
            if (reply.status() >= 400) {
                assertThat(reply.at("/errorCode")).as(what).isNotBlank();
                assertThat(after).as(what).isEqualTo(before);
            }
            before = after;
        }
    }

    private Map<Service, Map<String, String>> digests() {
        Map<Service, Map<String, String>> all = new EnumMap<>(Service.class);
        rows.forEach((service, stored) -> all.put(service, stored.digests()));
        return all;
    }
}
