package io.keyward.endpoint.provider;

import io.keyward.endpoint.lifecycle.Observation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a look at a region showed. */
public sealed interface RegionView {

    /** All endpoints of ours that the cloud knows of. What is not listed is not there. */
    record Seen(List<Sighting> sightings) implements RegionView {}

    /**
     * We could not look.
     *
     * @param cause for an operator
     */
    record Unseen(String cause) implements RegionView {}

    /**
     * One endpoint of ours.
     *
     * @param endpointId the record that it belongs to; null if the cloud does not say
     * @param ref the provider's id
     */
    record Sighting(@Nullable String endpointId, String ref, Observation seen) {}
}
