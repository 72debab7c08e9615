package io.keyward.e2e.kill;

import io.keyward.e2e.cloud.Outages;
import io.keyward.e2e.cloud.Trail;
import io.keyward.e2e.stage.Stage;

/** Holds a service at a point until it is released. */
interface Trap extends AutoCloseable {

    /** Whether the service waits there now, or did a moment ago and has noticed nothing yet. */
    boolean holds();

    /** Lets go. */
    void release();

    /** Takes away what is left of the trap, once all others are released too. */
    @Override
    void close();

    /** Sets the trap of {@code point}, for one project, which alone has something in its region. */
    static Trap set(Stage stage, CrashPoint point, String groupId, String region) {
        return switch (point.hold()) {
            case Hold.Write write -> Tripwire.set(stage.stack().postgres(), point, write, groupId);
            case Hold.Call call -> silence(stage, call, region);
        };
    }

    private static Trap silence(Stage stage, Hold.Call call, String region) {
        Outages outages = stage.outages();
        Trail trail = stage.trail();
        long before = trail.latest();
        outages.silence(region, call.operation(), call.executed());
        return new Trap() {
            @Override
            public boolean holds() {
                return !trail.since(
                                before,
                                made -> made.region().equals(region)
                                        && made.operation().equals(call.operation())
                                        && made.disturbance().equals("HANG")
                                        && made.executed() == call.executed())
                        .isEmpty();
            }

            @Override
            public void release() {
                outages.answer(region, call.operation());
            }

            @Override
            public void close() {}
        };
    }
}
