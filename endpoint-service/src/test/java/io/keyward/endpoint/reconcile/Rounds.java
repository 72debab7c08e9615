package io.keyward.endpoint.reconcile;

import io.keyward.endpoint.support.Database;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** Turns the clockwork by hand. */
@ApplicationScoped
public class Rounds {
    private final EndpointReconciler reconciler;
    private final Database database;

    Rounds(EndpointReconciler reconciler, Database database) {
        this.reconciler = reconciler;
        this.database = database;
    }

    /** The next look at every endpoint that nobody holds, now. */
    public void run() {
        database.query("update endpoint set next_look_at = now() - interval '1 second'");
        await(reconciler::round);
    }

    /** What {@code work} ends with. */
    public static <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
