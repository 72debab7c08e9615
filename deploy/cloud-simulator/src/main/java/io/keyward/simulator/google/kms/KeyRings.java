package io.keyward.simulator.google.kms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.simulator.google.kms.call.KmsPath;
import io.keyward.simulator.google.kms.call.KmsRequest;
import io.keyward.simulator.google.kms.key.KeyAccess;
import io.keyward.simulator.google.kms.key.KeyFaults;
import io.keyward.simulator.google.kms.key.KeyViews;
import io.keyward.simulator.google.world.KeyRing;
import io.keyward.simulator.google.world.RingName;
import java.util.List;

/** Key rings: made and looked at. */
record KeyRings(KeyAccess access, KeyViews views) {

    ObjectNode create(KmsRequest request) {
        require(request, "cloudkms.keyRings.create");
        KmsPath path = request.path();
        RingName name = new RingName(path.project(), path.location(), request.parameter("keyRingId"));
        if (access.world().rings().has(name.toString())) {
            throw KeyFaults.exists("KeyRing", name);
        }
        KeyRing made = new KeyRing(name, request.now());
        access.world().rings().put(name.toString(), made);
        return views.ring(made);
    }

    ObjectNode get(KmsRequest request) {
        return views.ring(access.ring(request, "cloudkms.keyRings.get"));
    }

    ObjectNode list(KmsRequest request) {
        require(request, "cloudkms.keyRings.list");
        List<ObjectNode> rings = access.world().rings().all().stream()
                .filter(ring -> ring.name().project().equals(request.path().project()))
                .filter(ring -> ring.name().location().equals(request.path().location()))
                .map(views::ring)
                .toList();
        return views.list("keyRings", rings, request.page(), request.pageSize());
    }

    private void require(KmsRequest request, String permission) {
        access.permissions()
                .require(
                        request.caller(),
                        permission,
                        request.path().project(),
                        request.path().location());
    }
}
