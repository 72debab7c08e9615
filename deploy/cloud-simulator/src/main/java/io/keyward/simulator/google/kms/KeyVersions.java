package io.keyward.simulator.google.kms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.simulator.google.kms.call.KmsRequest;
import io.keyward.simulator.google.kms.key.KeyAccess;
import io.keyward.simulator.google.kms.key.KeyFaults;
import io.keyward.simulator.google.kms.key.KeyViews;
import io.keyward.simulator.google.wire.Fields;
import io.keyward.simulator.google.world.CryptoKey;
import io.keyward.simulator.google.world.KeyVersion;
import io.keyward.simulator.google.world.KeyVersion.State;
import java.util.List;

/**
 * Versions of keys, and the way to their end and back.
 *
 * <pre>
 * ENABLED ◄──► DISABLED ◄──restore── DESTROY_SCHEDULED ──in time──► DESTROYED
 *    └────────────┴────────destroy────────►┘
 * </pre>
 */
record KeyVersions(KeyAccess access, KeyViews views) {

    ObjectNode create(KmsRequest request) {
        CryptoKey key = access.key(request, "cloudkms.cryptoKeyVersions.create");
        return views.version(key, access.add(key, request.now()));
    }

    ObjectNode get(KmsRequest request) {
        return show(access.version(request, "cloudkms.cryptoKeyVersions.get"));
    }

    ObjectNode list(KmsRequest request) {
        CryptoKey key = access.key(request, "cloudkms.cryptoKeyVersions.list");
        List<ObjectNode> versions = access.world().versionsOf(key.name()).stream()
                .map(version -> views.version(key, version))
                .toList();
        return views.list("cryptoKeyVersions", versions, request.page(), request.pageSize());
    }

    ObjectNode update(KmsRequest request) {
        KeyVersion version = access.version(request, "cloudkms.cryptoKeyVersions.update");
        if (!request.updateMask().equals(List.of("state"))) {
            throw Fields.invalid("updateMask", "can have nothing but state");
        }
        State wanted = request.body()
                .value("state", State.values())
                .filter(KeyVersions::switched)
                .orElseThrow(() -> Fields.invalid("state", "can be set to ENABLED or DISABLED"));
        if (!switched(version.state())) {
            throw KeyFaults.wrongState(version, "updated");
        }
        return kept(version.with(wanted));
    }

    ObjectNode destroy(KmsRequest request) {
        KeyVersion version = access.version(request, "cloudkms.cryptoKeyVersions.destroy");
        if (!switched(version.state())) {
            throw KeyFaults.wrongState(version, "destroyed");
        }
        CryptoKey key =
                access.world().keys().find(version.name().key().toString()).orElseThrow();
        return kept(version.destroyedOn(request.now().plus(key.shape().destroyAfter())));
    }

    /** It comes back disabled. */
    ObjectNode restore(KmsRequest request) {
        KeyVersion version = access.version(request, "cloudkms.cryptoKeyVersions.restore");
        if (version.state() != State.DESTROY_SCHEDULED) {
            throw KeyFaults.wrongState(version, "restored");
        }
        return kept(version.with(State.DISABLED));
    }

    private ObjectNode kept(KeyVersion changed) {
        access.world().keep(changed);
        return show(changed);
    }

    private ObjectNode show(KeyVersion version) {
        CryptoKey key =
                access.world().keys().find(version.name().key().toString()).orElseThrow();
        return views.version(key, version);
    }

    private static boolean switched(State state) {
        return state == State.ENABLED || state == State.DISABLED;
    }
}
