package io.keyward.local.chaos.validation.truth;

import io.keyward.local.chaos.validation.truth.Act.Effect;
import io.keyward.local.chaos.validation.truth.Act.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What is done about one project, as a function of the seed alone. What was taken away is given back in the same way; what hides the truth is lifted
 * again. It has no end: whoever follows it stops.
 */
public final class ActPlan {
    private static final long PRIME = 1_000_003;
    private static final int PERCENT = 100;
    private static final int CLUSTERS = 15;
    private static final int TRIES_AGAIN = 20;
    private static final int SHORTEST_MILLIS = 300;
    private static final int MORE_MILLIS = 3_700;
    private static final int MOST_CLUSTERS = 4;
    private static final Map<Kind, Kind> CURES = Map.of(
            Kind.DISABLE, Kind.ENABLE,
            Kind.SCHEDULE_DELETION, Kind.SAVE,
            Kind.DENY, Kind.ALLOW,
            Kind.DISTRUST, Kind.TRUST);

    /** What stands here more often happens more often. */
    private static final List<Kind> TAKING_AWAY =
            List.of(Kind.DISABLE, Kind.DISABLE, Kind.SCHEDULE_DELETION, Kind.DENY, Kind.DENY, Kind.DISTRUST);

    private static final List<Kind> HIDING = List.of(Kind.THROTTLE, Kind.HANG, Kind.FAIL, Kind.CUT, Kind.FAIL_ROLES);

    private final Random random;
    private final List<String> clusters = new ArrayList<>();
    private final List<String> paused = new ArrayList<>();
    private Kind taken = Kind.CALM;
    private boolean hidden;
    private int named;

    /**
     * A plan for the project of that number.
     *
     * @param clusters that are there from the start
     */
    public ActPlan(long seed, int project, List<String> clusters) {
        random = new Random(seed * PRIME + project);
        this.clusters.addAll(clusters);
    }

    /** What is done next. */
    public Act next() {
        int draw = random.nextInt(PERCENT);
        if (draw < CLUSTERS) {
            return aboutClusters();
        }
        return draw < TRIES_AGAIN ? act(Kind.TRY_AGAIN) : aboutTheKey();
    }

    /** How what is taken away at the moment is given back; {@link Kind#CALM} when nothing is. */
    public Kind cure() {
        return CURES.getOrDefault(taken, Kind.CALM);
    }

    private Act aboutTheKey() {
        if (hidden && random.nextBoolean()) {
            hidden = false;
            return act(Kind.CALM);
        }
        boolean hide = !hidden && random.nextInt(PERCENT) < PERCENT / 3;
        return act(hide ? oneOf(HIDING) : turn());
    }

    private Kind turn() {
        Kind kind = taken == Kind.CALM ? oneOf(TAKING_AWAY) : cure();
        taken = kind.effect() == Effect.TAKES_AWAY ? kind : Kind.CALM;
        return kind;
    }

    private Act aboutClusters() {
        if (clusters.size() < MOST_CLUSTERS && random.nextBoolean()) {
            named++;
            String name = "more-" + named;
            clusters.add(name);
            return act(Kind.CREATE, name);
        }
        if (clusters.isEmpty()) {
            return act(Kind.TRY_AGAIN);
        }
        String cluster = clusters.get(random.nextInt(clusters.size()));
        if (paused.remove(cluster)) {
            return act(Kind.UNPAUSE, cluster);
        }
        if (random.nextBoolean()) {
            paused.add(cluster);
            return act(Kind.PAUSE, cluster);
        }
        clusters.remove(cluster);
        return act(Kind.DELETE, cluster);
    }

    private Act act(Kind kind) {
        hidden = hidden || kind.effect() == Effect.HIDES;
        return act(kind, "");
    }

    private Act act(Kind kind, String cluster) {
        return new Act(kind, Duration.ofMillis(SHORTEST_MILLIS + random.nextInt(MORE_MILLIS)), cluster);
    }

    private Kind oneOf(List<Kind> kinds) {
        return kinds.get(random.nextInt(kinds.size()));
    }
}
