package io.keyward.local.chaos.endpoint;

import io.keyward.local.chaos.endpoint.Act.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What happens, as a function of the seed alone. It knows what owners want, not what came of it: some acts meet nothing. Kills come within three seconds of
 * an act, most of them at once, while it is being recorded, carried out or noted.
 */
final class EndpointPlan {
    private static final int PERCENT = 100;
    private static final int FEWEST = 2;
    private static final int MORE = 4;
    private static final int ACTS_WITHIN_MILLIS = 400;
    private static final int CHANGES_OF_MIND = 15;
    private static final int FAIR_DAYS = 30;
    private static final int SLOW_DAYS = 70;
    private static final int AT_ONCE = 50;
    private static final int SOON = 80;
    private static final int AT_ONCE_MILLIS = 250;
    private static final int SOON_MILLIS = 1000;
    private static final int LATE_MILLIS = 3000;

    /** What is done to what is wanted; what stands here more often happens more often. */
    private static final List<Kind> ENCOUNTERS = List.of(
            Kind.WITHDRAW,
            Kind.WITHDRAW,
            Kind.WITHDRAW,
            Kind.VANISH,
            Kind.REMOVE,
            Kind.REJECT,
            Kind.APPROVE,
            Kind.APPROVE,
            Kind.ASK);

    private static final List<Weather> ROUGH =
            List.of(Weather.DEAF_TO_CREATIONS, Weather.DEAF_TO_DELETIONS, Weather.THROTTLED, Weather.HANGING);

    private final Random random;
    private final List<Spot> spots;
    private final Set<Spot> wanted = new HashSet<>();

    private EndpointPlan(long seed, List<Spot> spots) {
        this.random = new Random(seed);
        this.spots = new ArrayList<>(spots);
    }

    /** So many rounds over these spots. */
    static List<Round> of(long seed, int rounds, List<Spot> spots) {
        EndpointPlan plan = new EndpointPlan(seed, spots);
        return IntStream.range(0, rounds).mapToObj(number -> plan.round()).toList();
    }

    private Round round() {
        Collections.shuffle(spots, random);
        int busy = Math.min(spots.size(), FEWEST + random.nextInt(MORE));
        List<Act> acts = spots.subList(0, busy).stream()
                .flatMap(spot -> at(spot).stream())
                .toList();
        Duration phase = acts.get(random.nextInt(acts.size())).after();
        return new Round(weather(), acts, phase.plus(millisBeforeKill()));
    }

    private List<Act> at(Spot spot) {
        Duration after = Duration.ofMillis(random.nextInt(ACTS_WITHIN_MILLIS));
        if (wanted.add(spot)) {
            Act ask = new Act(Kind.ASK, spot, after);
            return random.nextInt(PERCENT) < CHANGES_OF_MIND ? List.of(ask, withdrawal(spot, after)) : List.of(ask);
        }
        Kind kind = ENCOUNTERS.get(random.nextInt(ENCOUNTERS.size()));
        return List.of(kind == Kind.WITHDRAW ? withdrawal(spot, after) : new Act(kind, spot, after));
    }

    private Act withdrawal(Spot spot, Duration after) {
        wanted.remove(spot);
        return new Act(Kind.WITHDRAW, spot, after);
    }

    private Weather weather() {
        int draw = random.nextInt(PERCENT);
        if (draw < FAIR_DAYS) {
            return Weather.FAIR;
        }
        return draw < SLOW_DAYS ? Weather.SLOW : ROUGH.get(random.nextInt(ROUGH.size()));
    }

    private Duration millisBeforeKill() {
        int draw = random.nextInt(PERCENT);
        if (draw < AT_ONCE) {
            return Duration.ofMillis(random.nextInt(AT_ONCE_MILLIS));
        }
        return Duration.ofMillis(random.nextInt(draw < SOON ? SOON_MILLIS : LATE_MILLIS));
    }
}
