package io.keyward.endpoint.registry;

import org.jspecify.annotations.Nullable;

/**
 * Whom an endpoint comes after.
 *
 * @param lineage id of the first of those that replaced one another, which may be this one's own
 * @param predecessor the one that was lost and that this one replaces; null when it replaces none
 * @param adopted whether somebody asked for it; false for a replacement until a POST in its region is answered with it
 */
public record Kinship(String lineage, @Nullable String predecessor, boolean adopted) {

    /** Of one that replaces none. */
    public static Kinship first(String id) {
        return new Kinship(id, null, true);
    }
}
