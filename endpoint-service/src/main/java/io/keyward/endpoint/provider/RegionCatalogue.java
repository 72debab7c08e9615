package io.keyward.endpoint.provider;

import io.keyward.atlas.ErrorCode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The regions of a cloud, and in which of them endpoints can be made. What it answers never changes while we run. */
public interface RegionCatalogue {

    /** The region of that name, as the API or as the cloud spells it; empty when there is none. */
    Optional<ProviderRegion> find(String anySpelling);

    /** Every region of the contract, in its order. */
    List<ProviderRegion> all();

    /** Those that have a network for endpoints of that project, in the order of {@link #all()}. */
    Set<ProviderRegion> served(String groupId);

    /** What a region without such a network is refused with. */
    ErrorCode notServed();
}
