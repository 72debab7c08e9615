package io.keyward.config.encryption;

import io.keyward.atlas.region.CloudRegion;
import io.keyward.config.encryption.proof.EncryptionRefusals;
import io.keyward.config.encryption.settings.EncryptionError;
import io.keyward.config.encryption.situation.PrivateNetworkingRules;
import io.keyward.config.encryption.situation.Situation;
import io.keyward.config.encryption.store.AdmissionStore;
import io.keyward.config.encryption.store.AdmissionStore.Admission;
import io.keyward.config.encryption.store.SituationStore;
import io.keyward.contracts.Actor;
import io.keyward.messaging.Detached;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/** Says whether an endpoint may be made, and gives the project's key a key use in its region. */
@ApplicationScoped
class Admissions {
    private static final Actor ENDPOINT_SERVICE = Actor.system("endpoint-service");

    private final SituationStore situations;
    private final RegionKeys regionKeys;
    private final AdmissionStore store;

    Admissions(SituationStore situations, RegionKeys regionKeys, AdmissionStore store) {
        this.situations = situations;
        this.regionKeys = regionKeys;
        this.store = store;
    }

    /** Load, look for the key in that region (no session), admit; goes on when the caller hangs up. Fails with the refusal. */
    Uni<Admission.Granted> admit(String groupId, CloudRegion region) {
        return Detached.run(() -> situations
                .find(groupId, region.cloud())
                .invoke(now -> refuse(PrivateNetworkingRules.notAdmitted(now)))
                .chain(now -> admit(now, region)));
    }

    private Uni<Admission.Granted> admit(Situation now, CloudRegion region) {
        return regionKeys
                .find(now.state(), Set.of(region))
                .chain(found ->
                        store.admit(now.state().groupId(), region, now.state().version(), found, ENDPOINT_SERVICE))
                .map(admission -> switch (admission) {
                    case Admission.Granted granted -> granted;
                    case Admission.Refused(var error) -> throw EncryptionRefusals.of(error);
                });
    }

    private static void refuse(Optional<EncryptionError> error) {
        error.ifPresent(reason -> {
            throw EncryptionRefusals.of(reason);
        });
    }
}
