package io.keyward.endpoint.region;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A region that is held under a lease.
 *
 * @param token of the lease
 * @param digest of what the last look showed that was seen through; null when there is none, or it is too old to be trusted
 * @param failures troubles in a row before this look
 * @param due whether an endpoint there is due
 */
public record ClaimedRegion(
        UUID token, Place place, @Nullable String digest, int failures, boolean due) {}
