package io.keyward.validation.cadence.flight;

import static io.keyward.validation.KeyUses.SINCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.testkit.Rule;
import io.keyward.validation.KeyUses;
import io.keyward.validation.cadence.Cadences;
import io.keyward.validation.cadence.claim.DueCheck;
import io.keyward.validation.cadence.claim.DueCheck.Why;
import io.keyward.validation.cadence.claim.Room.Places;
import io.keyward.validation.cadence.lane.Lane;
import io.keyward.validation.cadence.lane.Pace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FlightsTest {
    private static final String KEY = "64b0c0ffee64b0c0ffee64b1";

    private final Flights flights = new Flights(Cadences.of(Map.of(
            "keyward.check.concurrency", "32",
            "keyward.check.region-concurrency", "16",
            "keyward.check.lane-concurrency", "16")));

    @Rule("P2")
    @Test
    void regionsThatHangLeavePlacesForTheOthersHoweverManyTheyAre() {
        for (var hanging : List.of("af-south-1", "ap-east-1", "eu-north-1", "me-south-1")) {
            admit(hanging, 100);
            assertThat(begin()).isNotEmpty();
        }

        admit("us-east-1", 100);

        assertThat(begin()).extracting(check -> check.lane().region()).contains("us-east-1");
    }

    @Test
    void oneRegionAloneHasAsManyAsARegionMay() {
        admit("us-east-1", 100);

        assertThat(begin()).hasSize(16);
    }

    @Test
    void placesThatBecomeFreeAreGoodForWhoeverWaits() {
        admit("eu-north-1", 100);
        admit("us-east-1", 100);
        var underWay = begin();

        underWay.forEach(check -> flights.end(check, Pace.ANSWERED, SINCE, SINCE.plusMillis(5)));

        assertThat(begin()).hasSameSizeAs(underWay);
    }

    @Rule("V11")
    @Test
    void whatIsUrgentGoesFirstWhoeverWasThereBefore() {
        admit("us-east-1", 100);
        var underWay = begin();
        flights.admit(List.of(due("us-east-1", "444455556666", Why.HINT)), SINCE);

        flights.end(underWay.getFirst(), Pace.ANSWERED, SINCE, SINCE);
        flights.end(underWay.getLast(), Pace.ANSWERED, SINCE, SINCE);

        assertThat(begin()).hasSize(2).extracting(DueCheck::why).contains(Why.HINT);
    }

    @Rule("V11")
    @Test
    void whatIsUrgentHasPlacesOfItsOwnHoweverMuchWaits() {
        while (flights.room(SINCE)
                        .regions()
                        .getOrDefault("us-east-1", new Places(1, 1))
                        .inTurn()
                > 0) {
            admit("us-east-1", 100);
        }

        var room = flights.room(SINCE);

        assertThat(room.regions().get("us-east-1").urgent()).isPositive();
        assertThat(room.lanes().values())
                .allSatisfy(lane -> assertThat(lane.places()).isEqualTo(new Places(0, 16)));
    }

    @Test
    void onceInAWhileItIsTheTurnOfTheRest() {
        admit("us-east-1", 100);
        flights.admit(
                IntStream.range(0, 100)
                        .mapToObj(i -> due("us-east-1", "444455556666", Why.HINT))
                        .toList(),
                SINCE);

        assertThat(begin()).extracting(DueCheck::why).contains(Why.HINT, Why.TURN);
    }

    private void admit(String region, int count) {
        flights.admit(
                IntStream.range(0, count).mapToObj(i -> due(region, Why.TURN)).toList(), SINCE);
    }

    private List<DueCheck> begin() {
        var begun = new ArrayList<DueCheck>();
        for (var check = flights.begin(SINCE); check != null; check = flights.begin(SINCE)) {
            begun.add(check);
        }
        return begun;
    }

    private static DueCheck due(String region, Why why) {
        return due(region, "111122223333", why);
    }

    private static DueCheck due(String region, String account, Why why) {
        long startBy = System.nanoTime() + Duration.ofHours(1).toNanos();
        return new DueCheck(
                KeyUses.valid(KEY, region), new Lane("AWS", region, account), why, SINCE, startBy, false, null);
    }
}
