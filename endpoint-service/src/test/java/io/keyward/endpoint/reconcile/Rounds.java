package io.keyward.endpoint.reconcile;

import io.keyward.endpoint.support.Database;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
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

    /** The next look at every region that nobody holds, and at every endpoint there that is not at rest, now. */
    public void run() {
        makeDue();
        await(reconciler::round);
    }

    /** The same, beside whatever else is done meanwhile. */
    public CompletableFuture<Boolean> startBeside() {
        makeDue();
        return reconciler.round().subscribeAsCompletionStage();
    }

    private void makeDue() {
        database.query("update region_look set next_look_at = now() - interval '1 second'");
        database.query("update endpoint set next_look_at = now() - interval '1 second' where next_look_at is not null");
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
