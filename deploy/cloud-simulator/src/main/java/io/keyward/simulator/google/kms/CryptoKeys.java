package io.keyward.simulator.google.kms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.simulator.google.kms.call.KmsRequest;
import io.keyward.simulator.google.kms.key.AccessReason;
import io.keyward.simulator.google.kms.key.KeyAccess;
import io.keyward.simulator.google.kms.key.KeyFaults;
import io.keyward.simulator.google.kms.key.KeyViews;
import io.keyward.simulator.google.wire.Fields;
import io.keyward.simulator.google.world.CryptoKey;
import io.keyward.simulator.google.world.CryptoKey.Algorithm;
import io.keyward.simulator.google.world.CryptoKey.Protection;
import io.keyward.simulator.google.world.CryptoKey.Purpose;
import io.keyward.simulator.google.world.KeyName;
import io.keyward.simulator.google.world.KeyRing;
import io.keyward.simulator.google.world.KeyVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keys: made, looked at, changed. They cannot be deleted. */
record CryptoKeys(KeyAccess access, KeyViews views) {

    private static final Duration DESTROY_AFTER = Duration.ofDays(30);
    private static final Duration SHORTEST = Duration.ofDays(1);
    private static final Duration LONGEST_PERIOD = Duration.ofHours(876_000);

    ObjectNode create(KmsRequest request) {
        KeyRing ring = access.ring(request, "cloudkms.cryptoKeys.create");
        KeyName name = new KeyName(ring.name(), request.parameter("cryptoKeyId"));
        if (access.world().keys().has(name.toString())) {
            throw KeyFaults.exists("CryptoKey", name);
        }
        Fields wanted = request.body();
        CryptoKey key = new CryptoKey(
                name,
                shape(wanted),
                rotation(wanted, request.now()),
                null,
                wanted.map("labels"),
                reasons(wanted),
                null,
                request.now());
        access.world().keep(key);
        boolean empty = request.http()
                .parameter("skipInitialVersionCreation")
                .map(Boolean::valueOf)
                .orElse(false);
        return views.key(empty ? key : withVersion(key, request.now()));
    }

    ObjectNode get(KmsRequest request) {
        return views.key(access.key(request, "cloudkms.cryptoKeys.get"));
    }

    ObjectNode list(KmsRequest request) {
        KeyRing ring = access.ring(request, "cloudkms.cryptoKeys.list");
        List<ObjectNode> keys = access.world().keys().all().stream()
                .filter(key -> key.name().ring().equals(ring.name()))
                .map(views::key)
                .toList();
        return views.list("cryptoKeys", keys, request.page(), request.pageSize());
    }

    ObjectNode update(KmsRequest request) {
        CryptoKey key = access.key(request, "cloudkms.cryptoKeys.update");
        Fields wanted = request.body();
        for (String field : request.updateMask()) {
            key = switch (field) {
                case "labels" -> key.withLabels(wanted.map("labels"));
                case "rotationPeriod", "nextRotationTime" -> key.with(rotation(wanted, request.now()));
                case "keyAccessJustificationsPolicy" -> key.withAccessReasons(reasons(wanted));
                default -> throw Fields.invalid("updateMask", "cannot have " + field);
            };
        }
        access.world().keep(key);
        return views.key(key);
    }

    ObjectNode updatePrimaryVersion(KmsRequest request) {
        CryptoKey key = access.key(request, "cloudkms.cryptoKeys.update");
        requireSymmetric(key, "UpdateCryptoKeyPrimaryVersion");
        KeyVersion version = access.version(key, request.body().required("cryptoKeyVersionId"));
        if (version.state() != KeyVersion.State.ENABLED) {
            throw KeyFaults.notEnabled(version);
        }
        CryptoKey changed = key.withPrimary(version.name().number());
        access.world().keep(changed);
        return views.key(changed);
    }

    /** Only keys that encrypt and decrypt have a version that is used unless another one is named. */
    static void requireSymmetric(CryptoKey key, String operation) {
        if (key.shape().purpose() != Purpose.ENCRYPT_DECRYPT) {
            throw KeyFaults.wrongPurpose(key, operation);
        }
    }

    private CryptoKey withVersion(CryptoKey key, Instant now) {
        int first = access.add(key, now).name().number();
        if (key.shape().purpose() != Purpose.ENCRYPT_DECRYPT) {
            return key;
        }
        CryptoKey complete = key.withPrimary(first);
        access.world().keep(complete);
        return complete;
    }

    private static CryptoKey.Shape shape(Fields wanted) {
        Purpose purpose =
                wanted.value("purpose", Purpose.values()).orElseThrow(() -> Fields.invalid("purpose", "is required"));
        Fields template = wanted.object("versionTemplate");
        Protection protection =
                template.value("protectionLevel", Protection.values()).orElse(Protection.SOFTWARE);
        Algorithm usual = protection.external() && purpose == Purpose.ENCRYPT_DECRYPT
                ? Algorithm.EXTERNAL_SYMMETRIC_ENCRYPTION
                : purpose.algorithm();
        Algorithm algorithm = template.value("algorithm", Algorithm.values()).orElse(usual);
        Duration destroyAfter = wanted.duration("destroyScheduledDuration").orElse(DESTROY_AFTER);
        if (destroyAfter.compareTo(SHORTEST) < 0) {
            throw Fields.invalid("destroyScheduledDuration", "must be 24 hours or more");
        }
        return new CryptoKey.Shape(purpose, algorithm, protection, destroyAfter);
    }

    private static CryptoKey.Rotation rotation(Fields wanted, Instant now) {
        if (!wanted.has("rotationPeriod")) {
            return CryptoKey.Rotation.NONE;
        }
        Duration period = wanted.duration("rotationPeriod").orElseThrow();
        if (period.compareTo(SHORTEST) < 0 || period.compareTo(LONGEST_PERIOD) > 0) {
            throw Fields.invalid("rotationPeriod", "must be between 24 and 876000 hours");
        }
        Instant next = wanted.time("nextRotationTime")
                .orElseThrow(() -> Fields.invalid("nextRotationTime", "is required with rotationPeriod"));
        if (next.isBefore(now)) {
            throw Fields.invalid("nextRotationTime", "must be in the future");
        }
        return new CryptoKey.Rotation(period, next);
    }

    /** No policy allows everything; one without any reason allows nothing. */
    private static @Nullable List<String> reasons(Fields wanted) {
        return wanted.has("keyAccessJustificationsPolicy")
                ? wanted
                        .object("keyAccessJustificationsPolicy")
                        .values("allowedAccessReasons", AccessReason.values())
                        .stream()
                        .map(AccessReason::name)
                        .toList()
                : null;
    }
}
