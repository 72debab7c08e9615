package io.keyward.endpoint.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.atlas.ObjectIds;
import io.keyward.endpoint.Actors;
import io.keyward.endpoint.registry.EndpointStore;
import io.keyward.endpoint.registry.EndpointStore.Creation;
import io.keyward.endpoint.registry.EndpointStore.Creation.Created;
import io.keyward.endpoint.registry.NewEndpoint;
import io.keyward.endpoint.support.ConfigService;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Teardown against creation, many times over: whoever comes first, they agree on what there is. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(ConfigService.class)
class ClosingRaceIT {
    private static final int ROUNDS = 1000;
    private static final int AT_ONCE = 4;

    @Inject
    EndpointStore store;

    @Rule({"C7", "E1"})
    @Test
    void noEndpointAppearsBehindAClosingThatSawNone() throws Exception {
        List<Round> rounds = new ArrayList<>();
        try (ExecutorService crowd = Executors.newCachedThreadPool()) {
            for (int i = 0; i < ROUNDS; i += AT_ONCE) {
                rounds.addAll(raceAtOnce(crowd));
            }
        }

        assertThat(rounds).allSatisfy(Round::agrees);
        assertThat(rounds).as("creations that won").anyMatch(round -> round.early()
                .isCreated());
        assertThat(rounds).as("closings that won").anyMatch(round -> !round.early()
                .isCreated());
    }

    private List<Round> raceAtOnce(ExecutorService crowd) throws Exception {
        List<Future<Round>> racing = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            racing.add(crowd.submit(() -> race(crowd)));
        }
        List<Round> done = new ArrayList<>();
        for (Future<Round> round : racing) {
            done.add(round.get());
        }
        return done;
    }

    /** Two admissions and two closings, in the order of their stamps, all at the same moment. */
    private Round race(ExecutorService crowd) throws InterruptedException, ExecutionException {
        String groupId = ObjectIds.next();
        CyclicBarrier start = new CyclicBarrier(4);
        Future<Attempt> early = crowd.submit(together(start, () -> create(groupId, "us-east-1", 1)));
        Future<Closing> first = crowd.submit(together(start, () -> close(groupId, 2)));
        Future<Attempt> late = crowd.submit(together(start, () -> create(groupId, "eu-west-1", 3)));
        Future<Closing> second = crowd.submit(together(start, () -> close(groupId, 4)));
        return new Round(early.get(), first.get(), late.get(), second.get());
    }

    private static <T> Callable<T> together(CyclicBarrier start, Supplier<Uni<T>> act) {
        return () -> {
            start.await();
            try {
                return VertxContextSupport.subscribeAndAwait(act);
            } catch (Throwable failure) {
                throw new IllegalStateException(failure);
            }
        };
    }

    private Uni<Attempt> create(String groupId, String region, long stamp) {
        return store.create(new NewEndpoint(groupId, "AWS", region), stamp, Actors.SELF)
                .map(creation -> new Attempt(stamp, creation));
    }

    private Uni<Closing> close(String groupId, long stamp) {
        return store.close(groupId, "AWS", stamp).map(there -> new Closing(stamp, there.isEmpty()));
    }

    private record Attempt(long stamp, Creation creation) {
        boolean isCreated() {
            return creation instanceof Created;
        }
    }

    private record Closing(long stamp, boolean sawNone) {}

    private record Round(Attempt early, Closing first, Attempt late, Closing second) {
        void agrees() {
            for (Closing closing : List.of(first, second)) {
                for (Attempt attempt : List.of(early, late)) {
                    if (closing.sawNone() && attempt.isCreated()) {
                        assertThat(attempt.stamp()).isGreaterThan(closing.stamp());
                    }
                }
            }
        }
    }
}
