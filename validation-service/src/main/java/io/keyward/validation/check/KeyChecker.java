package io.keyward.validation.check;

import io.keyward.clouds.Freshness;
import io.smallrye.mutiny.Uni;

/** Checks keys of one cloud by using them. Must be subscribed to on a Vert.x context, and answers on the same one. */
public interface KeyChecker<K extends KeyRef> {

    /** Whatever the cloud does ends in an item; a failure is a bug of ours. */
    Uni<KeyCheck> check(K key, Freshness freshness);
}
