package io.keyward.validation.alert.condition;

import org.jspecify.annotations.Nullable;

/**
 * What an alert is about.
 *
 * @param id identity of the key use, endpoint or cluster
 * @param name for people: the key's full name, the endpoint's region, the cluster's name
 * @param region as the provider spells it; null for a cluster
 */
public record Subject(
        Kind kind, String id, String name, @Nullable String region) {

    /** What kind of thing it is. */
    public enum Kind {
        KEY_USE,
        ENDPOINT,
        CLUSTER
    }
}
