package io.keyward.simulator.google.kms.key;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.simulator.google.wire.Fields;
import io.keyward.simulator.google.world.CryptoKey;
import io.keyward.simulator.google.world.GoogleWorld;
import io.keyward.simulator.google.world.KeyRing;
import io.keyward.simulator.google.world.KeyVersion;
import java.util.List;
import java.util.Optional;

/** Key rings, keys and versions as the API shows them. */
public record KeyViews(GoogleWorld world) {

    public ObjectNode ring(KeyRing ring) {
        return object().put("name", ring.name().toString())
                .put("createTime", ring.createdAt().toString());
    }

    public ObjectNode key(CryptoKey key) {
        CryptoKey.Shape shape = key.shape();
        ObjectNode view = object().put("name", key.name().toString())
                .put("purpose", shape.purpose().name())
                .put("createTime", key.createdAt().toString())
                .put("destroyScheduledDuration", Fields.written(shape.destroyAfter()));
        view.putObject("versionTemplate")
                .put("protectionLevel", shape.protection().name())
                .put("algorithm", shape.algorithm().name());
        Optional.ofNullable(key.primary())
                .map(number -> key.name().version(number).toString())
                .flatMap(world.versions()::find)
                .ifPresent(primary -> view.set("primary", version(key, primary)));
        Optional.ofNullable(key.rotation().period())
                .ifPresent(period -> view.put("rotationPeriod", Fields.written(period)));
        Optional.ofNullable(key.rotation().next()).ifPresent(next -> view.put("nextRotationTime", next.toString()));
        ObjectNode labels = view.putObject("labels");
        key.labels().forEach(labels::put);
        Optional.ofNullable(key.accessReasons()).ifPresent(reasons -> {
            ArrayNode allowed = view.putObject("keyAccessJustificationsPolicy").putArray("allowedAccessReasons");
            reasons.forEach(allowed::add);
        });
        return view;
    }

    public ObjectNode version(CryptoKey key, KeyVersion version) {
        ObjectNode view = object().put("name", version.name().toString())
                .put("state", version.state().name())
                .put("protectionLevel", key.shape().protection().name())
                .put("algorithm", key.shape().algorithm().name())
                .put("createTime", version.createdAt().toString());
        if (version.reimportEligible()) {
            view.put("reimportEligible", true);
        }
        if (!awaitsMaterial(version)) {
            view.put("generateTime", version.createdAt().toString());
        }
        Optional.ofNullable(version.destroyAt()).ifPresent(time -> view.put("destroyTime", time.toString()));
        Optional.ofNullable(version.destroyedAt()).ifPresent(time -> view.put("destroyEventTime", time.toString()));
        return view;
    }

    /** A list, or so much of it as was asked for. */
    public ObjectNode list(String name, List<ObjectNode> members, String token, int size) {
        int from = token.matches("[0-9]{1,8}") ? Math.min(Integer.parseInt(token), members.size()) : 0;
        int to = Math.min(members.size(), from + size);
        ObjectNode list = object();
        list.putArray(name).addAll(members.subList(from, to));
        if (to < members.size()) {
            list.put("nextPageToken", Integer.toString(to));
        }
        return list.put("totalSize", members.size());
    }

    private static boolean awaitsMaterial(KeyVersion version) {
        return switch (version.state()) {
            case PENDING_GENERATION, PENDING_IMPORT, IMPORT_FAILED, GENERATION_FAILED -> true;
            case ENABLED,
                    DISABLED,
                    DESTROYED,
                    DESTROY_SCHEDULED,
                    PENDING_EXTERNAL_DESTRUCTION,
                    EXTERNAL_DESTRUCTION_FAILED -> false;
        };
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
