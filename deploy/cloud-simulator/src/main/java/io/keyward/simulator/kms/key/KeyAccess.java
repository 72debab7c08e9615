package io.keyward.simulator.kms.key;

import io.keyward.simulator.access.AccessControl;
import io.keyward.simulator.access.AccessControl.Resource;
import io.keyward.simulator.call.Invocation;
import io.keyward.simulator.policy.Decision;
import io.keyward.simulator.wire.AwsFault;
import io.keyward.simulator.wire.AwsService;
import io.keyward.simulator.wire.CommonFault;
import io.keyward.simulator.world.KeyArn;
import io.keyward.simulator.world.KmsKey;
import io.keyward.simulator.world.World;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The way to a key: find it, and ask the policies. What its state permits is asked afterwards, as AWS does ({@link KeyStates}). */
public final class KeyAccess {

    private static final String NOT_AUTHORIZED = "User: %s is not authorized to perform: %s ";

    private final World world;
    private final KeyIds ids;
    private final AccessControl control;

    public KeyAccess(World world, AccessControl control) {
        this.world = world;
        this.ids = new KeyIds(world);
        this.control = control;
    }

    public World world() {
        return world;
    }

    /** The key that the input's KeyId means, with the operation's own action permitted. */
    public KmsKey open(Invocation call) {
        return open(call, call.input().required("KeyId"), call.action());
    }

    public KmsKey open(Invocation call, String keyId, String action) {
        KeyArn arn = ids.resolve(keyId, call);
        call.footprint().touches(arn.toString());
        KmsKey key = world.keys().find(arn.toString()).orElseThrow(() -> absent(call, arn, action));
        require(call, action, key, key.policy());
        return key;
    }

    /** The key without asking anybody; empty when there is none. */
    public Optional<KmsKey> find(KeyArn arn) {
        return world.keys().find(arn.toString());
    }

    public void require(Invocation call, String action, KmsKey key, String policy) {
        Decision decision = decide(call, action, key, policy);
        if (decision instanceof Decision.Denied denied) {
            throw refusal(call, action, "on resource: " + key.arn() + " " + denied.because(action));
        }
    }

    /** What the policies would say if the key had the given one. */
    public Decision decide(Invocation call, String action, KmsKey key, String policy) {
        Resource resource = new Resource(key.arn().toString(), key.arn().account(), Optional.of(policy));
        return control.decide(call.caller(), action, resource, call.conditions(conditions(call, key)));
    }

    /** Permission for something in the caller's own account that has no policy: a key yet to be made, a list, an alias. */
    public void require(Invocation call, String action, String resource) {
        Resource own = new Resource(resource, call.caller().account(), Optional.empty());
        Decision decision = control.decide(call.caller(), action, own, call.conditions(Map.of()));
        if (decision instanceof Decision.Denied denied) {
            throw refusal(call, action, "on resource: " + resource + " " + denied.because(action));
        }
    }

    /** Another account's key that is not there cannot be told from one that is not shared. */
    private static AwsFault absent(Invocation call, KeyArn arn, String action) {
        if (arn.account().equals(call.caller().account())) {
            return KmsFaults.noSuchKey(arn);
        }
        return refusal(
                call,
                action,
                "on this resource because the resource does not exist in this Region, no resource-based policies allow"
                        + " access, or a resource-based policy explicitly denies access");
    }

    private static AwsFault refusal(Invocation call, String action, String rest) {
        return CommonFault.ACCESS_DENIED.in(
                AwsService.KMS, NOT_AUTHORIZED.formatted(call.caller().arn(), action) + rest);
    }

    private static Map<String, List<String>> conditions(Invocation call, KmsKey key) {
        Map<String, List<String>> conditions = new HashMap<>();
        conditions.put("kms:CallerAccount", List.of(call.caller().account()));
        conditions.put("kms:KeySpec", List.of(key.shape().spec()));
        conditions.put("kms:KeyUsage", List.of(key.shape().usage()));
        conditions.put("kms:KeyOrigin", List.of(key.shape().origin()));
        conditions.put("kms:MultiRegion", List.of(String.valueOf(key.multiRegion())));
        Map<String, String> context = call.input().texts("EncryptionContext");
        context.forEach((name, value) -> conditions.put("kms:EncryptionContext:" + name, List.of(value)));
        if (!context.isEmpty()) {
            conditions.put("kms:EncryptionContextKeys", List.copyOf(context.keySet()));
        }
        return conditions;
    }
}
