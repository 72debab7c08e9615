package io.keyward.simulator.world;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Holds answers back until what they acknowledge is in the file. Changes that come while a write is under way share the next one, so
 * a crowd of writers costs one write at a time.
 */
public final class Keeper {

    private final Vertx vertx;
    private final World world;
    private final Optional<StateFile> file;
    private List<Promise<Void>> waiting = new ArrayList<>();
    private boolean writing;
    private long kept;

    public Keeper(Vertx vertx, World world, Optional<StateFile> file) {
        this.vertx = vertx;
        this.world = world;
        this.file = file;
    }

    /** Completes when everything up to now is kept; at once when it already is, or when there is no file to keep it in. */
    public Future<Void> keep() {
        if (file.isEmpty() || (world.revision() == kept && !writing)) {
            return Future.succeededFuture();
        }
        Promise<Void> promise = Promise.promise();
        waiting.add(promise);
        if (!writing) {
            write(file.get());
        }
        return promise.future();
    }

    private void write(StateFile target) {
        writing = true;
        List<Promise<Void>> served = waiting;
        waiting = new ArrayList<>();
        long revision = world.revision();
        Snapshot snapshot = world.snapshot();
        vertx.<Void>executeBlocking(() -> {
                    target.write(snapshot);
                    return null;
                })
                .onComplete(result -> {
                    writing = false;
                    if (result.succeeded()) {
                        kept = revision;
                    }
                    served.forEach(promise -> promise.handle(result));
                    if (!waiting.isEmpty()) {
                        write(target);
                    }
                });
    }
}
