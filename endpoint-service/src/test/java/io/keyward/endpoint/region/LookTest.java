package io.keyward.endpoint.region;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.endpoint.lifecycle.Observation;
import io.keyward.endpoint.lifecycle.Observation.Absent;
import io.keyward.endpoint.lifecycle.Observation.GoingAway;
import io.keyward.endpoint.lifecycle.Observation.Pending;
import io.keyward.endpoint.lifecycle.Observation.Refused;
import io.keyward.endpoint.lifecycle.Observation.Unseen;
import io.keyward.endpoint.lifecycle.Observation.Up;
import io.keyward.endpoint.provider.RegionView;
import io.keyward.endpoint.provider.RegionView.Seen;
import io.keyward.endpoint.provider.RegionView.Sighting;
import io.keyward.testkit.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LookTest {
    private static final Optional<String> NO_REF = Optional.empty();
    private static final Sighting PENDING = new Sighting("1", "vpce-1", new Pending("vpce-1"));
    private static final Sighting UP = new Sighting("1", "vpce-2", new Up("vpce-2", "there"));
    private static final Sighting GOING = new Sighting("1", "vpce-3", new GoingAway("vpce-3"));
    private static final Sighting OTHER = new Sighting("2", "vpce-4", new Refused("vpce-4", "failed"));
    private static final Sighting NAMELESS = new Sighting(null, "vpce-5", new Pending("vpce-5"));

    @Test
    @Rule("E12")
    void ofSeveralTheRecordedOneCountsAndElseTheOneThatGotFurthest() {
        var look = look(PENDING, UP, GOING, OTHER);

        assertThat(look.of("1", NO_REF)).isEqualTo(UP.seen());
        assertThat(look.of("1", Optional.of("vpce-1"))).isEqualTo(PENDING.seen());
        assertThat(look.of("1", Optional.of("vpce-3"))).isEqualTo(GOING.seen());
        assertThat(look.of("1", Optional.of("vpce-9"))).isEqualTo(UP.seen());
        assertThat(look.of("3", NO_REF)).isEqualTo(new Absent());
    }

    @Test
    @Rule("E12")
    void theOthersAreTooManyUnlessTheyAreGoing() {
        var look = look(PENDING, UP, GOING, OTHER);

        assertThat(look.surplusOf("1", NO_REF)).containsExactly(PENDING);
        assertThat(look.surplusOf("1", Optional.of("vpce-1"))).containsExactly(UP);
        assertThat(look.surplusOf("2", NO_REF)).isEmpty();
        assertThat(look.surplusOf("3", NO_REF)).isEmpty();
    }

    @Test
    void strangersAreThoseThatNobodyLookedFor() {
        assertThat(look(PENDING, GOING, OTHER, NAMELESS).strangers(Set.of("1"))).containsExactly(OTHER, NAMELESS);
        assertThat(look(PENDING, GOING, OTHER, NAMELESS).strangers(Set.of("2"))).containsExactly(PENDING, NAMELESS);
    }

    @Test
    void isNewsWhenItShowsSomethingElseAndIdleWhenNobodyIsDueBesides() {
        var digest = Digest.of(new Seen(List.of(UP)));

        assertThat(look(digest, false, UP).isNews()).isFalse();
        assertThat(look(digest, false, UP).isIdle()).isTrue();
        assertThat(look(digest, true, UP).isIdle()).isFalse();
        assertThat(look(digest, false, PENDING).isNews()).isTrue();
        assertThat(look(digest, false, PENDING).isIdle()).isFalse();
        assertThat(look(null, false, UP).isNews()).isTrue();
    }

    @Test
    @Rule("P2")
    void seeingNothingIsNoNewsAndSaysNothingOfAnybody() {
        var look = Look.of(claimed("digest", true), Instant.EPOCH, new RegionView.Unseen("down"));

        assertThat(look.isNews()).isFalse();
        assertThat(look.trouble()).isEqualTo("down");
        assertThat(look.of("1", NO_REF)).isEqualTo((Observation) new Unseen("down"));
        assertThat(look.surplusOf("1", NO_REF)).isEmpty();
        assertThat(look.strangers(Set.of())).isEmpty();
    }

    private static Look look(Sighting... sightings) {
        return look(null, false, sightings);
    }

    private static Look look(String digest, boolean due, Sighting... sightings) {
        return Look.of(claimed(digest, due), Instant.EPOCH, new Seen(List.of(sightings)));
    }

    private static ClaimedRegion claimed(String digest, boolean due) {
        return new ClaimedRegion(new UUID(0, 0), new Place("AWS", "us-east-1"), digest, 0, due);
    }
}
