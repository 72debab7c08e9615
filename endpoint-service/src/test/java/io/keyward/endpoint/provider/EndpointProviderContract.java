package io.keyward.endpoint.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.endpoint.lifecycle.Answer;
import io.keyward.endpoint.lifecycle.Observation;
import io.keyward.endpoint.provider.PrivateEndpointProvider.Order;
import io.keyward.endpoint.provider.ProviderStage.Request;
import io.keyward.endpoint.provider.RegionView.Sighting;
import io.keyward.testkit.Rule;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the planner relies on, on whatever cloud. A provider passes it in front of its own {@link ProviderStage}, with nothing to add. */
public abstract class EndpointProviderContract {
    /** More than any cloud shows on one page here but AWS, which has a test of its own for that. */
    private static final int MANY = 60;

    private final ProviderStage stage;

    protected EndpointProviderContract(ProviderStage stage) {
        this.stage = stage;
    }

    @Test
    @Rule("E12")
    void theSameOrderIsTheSameEndpointUntilItIsGone() {
        var order = stage.order();

        var ref = stage.made(order);

        assertThat(stage.made(order)).isEqualTo(ref);
        assertThat(seen().get(order.endpointId()).ref()).isEqualTo(ref);
        assertThat(stage.await(() -> stage.provider().delete(stage.region(), ref)))
                .isEqualTo(new Answer.Accepted(ref));
        assertThat(seen()).doesNotContainKey(order.endpointId());
        assertThat(stage.await(() -> stage.provider().delete(stage.region(), ref)))
                .isEqualTo(new Answer.Accepted(ref));
    }

    @Test
    @Rule("E2")
    void itIsOfUseOnceItIsLetIn() {
        stage.askForApproval();
        var order = stage.order();
        var ref = stage.made(order);

        assertThat(look(order)).isEqualTo(new Observation.PendingApproval(ref));
        stage.approve(ref);

        assertThat(look(order)).isInstanceOfSatisfying(Observation.Up.class, up -> {
            assertThat(up.ref()).isEqualTo(ref);
            assertThat(up.address()).isNotBlank();
        });
    }

    @Test
    @Rule("E6")
    void whatIsRejectedIsThereAndOfNoUse() {
        stage.askForApproval();
        var order = stage.order();
        var ref = stage.made(order);
        stage.approve(ref);

        stage.reject(ref);

        assertThat(look(order))
                .isInstanceOfSatisfying(Observation.Refused.class, refused -> assertThat(refused.reason())
                        .contains("rejected"));
    }

    @Test
    @Rule("E6")
    void whatIsGoneIsNotShown() {
        var order = stage.order();

        stage.vanish(stage.made(order));

        assertThat(seen()).doesNotContainKey(order.endpointId());
    }

    @Test
    @Rule("E12")
    void aLookShowsAllOfOurOwnThereAndNothingElse() {
        var orders = Stream.generate(stage::order).limit(MANY).toList();
        var strange = stage.order();
        stage.await(() -> stage.neighbour().create(strange));

        var refs = stage.await(() -> each(orders, order -> stage.provider().create(order)));
        var seen = seen();

        assertThat(refs).extracting(answer -> ((Answer.Accepted) answer).ref()).doesNotHaveDuplicates();
        for (int i = 0; i < MANY; i++) {
            var there = seen.get(orders.get(i).endpointId());
            assertThat(refs.get(i)).isEqualTo(new Answer.Accepted(there.ref()));
        }
        assertThat(seen).doesNotContainKey(strange.endpointId());
        assertThat(stage.seen(stage.neighbour(), stage.region())).containsKey(strange.endpointId());
        assertThat(stage.seen(stage.provider(), stage.elsewhere()))
                .doesNotContainKeys(orders.stream().map(Order::endpointId).toArray(String[]::new));
        stage.await(() -> each(List.copyOf(refs), answer -> stage.provider()
                .delete(stage.region(), ((Answer.Accepted) answer).ref())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"effect\":\"THROTTLE\"",
                "\"effect\":\"UNREACHABLE\"",
                "\"effect\":\"FAIL\",\"code\":\"InternalError\",\"status\":500"
            })
    @Rule({"E4", "E12"})
    void whatWasNotAnsweredSaysNothingAndIsAskedAgain(String disturbance) {
        var order = stage.order();
        var ref = stage.made(order);
        for (Request request : Request.values()) {
            stage.disturb(request, disturbance);
        }

        assertThat(stage.await(() -> stage.provider().observe(stage.region()))).isInstanceOf(RegionView.Unseen.class);
        assertThat(stage.await(() -> stage.provider().create(stage.order()))).isInstanceOf(Answer.TryLater.class);
        assertThat(stage.await(() -> stage.provider().delete(stage.region(), ref)))
                .isInstanceOf(Answer.TryLater.class);
    }

    @Test
    @Rule("E12")
    void whatWasMadeWithoutAnAnswerIsFoundByItsId() {
        stage.disturb(Request.CREATE, "\"effect\":\"UNREACHABLE\",\"when\":\"AFTER\",\"calls\":1");
        var order = stage.order();

        stage.await(() -> stage.provider().create(order));

        var ref = seen().get(order.endpointId()).ref();
        assertThat(stage.made(order)).isEqualTo(ref);
    }

    @Test
    void everyAnswerComesOnTheContextThatWasLeft() {
        var order = stage.order();

        assertThat(stage.await(() -> isHome(stage.provider().create(order)))).isTrue();
        assertThat(stage.await(() -> isHome(stage.provider().observe(stage.region()))))
                .isTrue();
        assertThat(stage.await(() -> isHome(stage.provider().delete(stage.region(), "nothing"))))
                .isTrue();
    }

    private static Uni<Boolean> isHome(Uni<?> call) {
        var home = Vertx.currentContext();
        return call.map(answer -> home != null && home.equals(Vertx.currentContext()));
    }

    private static <T, R> Uni<List<R>> each(List<T> all, Function<T, Uni<R>> work) {
        return Uni.join()
                .all(all.stream().map(work).toList())
                .usingConcurrencyOf(16)
                .andFailFast();
    }

    private Observation look(Order order) {
        return seen().get(order.endpointId()).seen();
    }

    private Map<String, Sighting> seen() {
        return stage.seen(stage.provider(), stage.region());
    }
}
