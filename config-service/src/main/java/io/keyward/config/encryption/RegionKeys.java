package io.keyward.config.encryption;

import io.keyward.atlas.AwsRegion;
import io.keyward.contracts.Actor;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;

/** Gives a project's key a key use in every region that needs one, for the features that need it there. */
public interface RegionKeys {

    /**
     * Finds out whether the project's key can be used in those regions. Never called with a session open. A multi-Region key is looked for in
     * each region that has no key use yet; no answer counts as found, for a private endpoint may be what is missing. Regions without a
     * replica are served by the home key; under private networking they fail with 400 {@code AWS_KMS_KEY_NOT_REPLICATED_IN_REGION}.
     */
    Uni<Regions> prove(String groupId, Set<AwsRegion> regions);

    /**
     * Records key uses for the regions in which the key was found, with the event. In the caller's open transaction, which holds the project's
     * lock; fails with a conflict when the configuration was changed since.
     */
    Uni<Void> adopt(Regions proved, Actor actor);

    /**
     * Ends the key uses of regions that neither a cluster nor an endpoint needs any more, with the event. In the caller's open transaction,
     * which holds the project's lock.
     */
    Uni<Void> release(String groupId, Actor actor);

    /**
     * What a proof found.
     *
     * @param version of the configuration that was proved
     * @param found the regions that get a key use of their own
     */
    record Regions(String groupId, int version, List<KeyProofInRegion> found) {}

    /** A key that was found in a region. */
    record KeyProofInRegion(AwsRegion region, String arn) {}
}
