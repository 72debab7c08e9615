package io.keyward.simulator.kms;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.simulator.call.Invocation;
import io.keyward.simulator.kms.key.KeyAccess;
import io.keyward.simulator.policy.Decision;
import io.keyward.simulator.policy.MalformedPolicyException;
import io.keyward.simulator.policy.PolicyDocument;
import io.keyward.simulator.wire.AwsFault;
import io.keyward.simulator.world.KmsKey;

/** A key's own policy. */
public final class KeyPolicies {

    private static final String NAME = "default";

    private final KeyAccess access;

    KeyPolicies(KeyAccess access) {
        this.access = access;
    }

    /** What AWS gives a key when nothing else is said: its account decides, by identity-based policies. */
    public static String standard(String account) {
        return """
                {
                  "Version" : "2012-10-17",
                  "Id" : "key-default-1",
                  "Statement" : [ {
                    "Sid" : "Enable IAM User Permissions",
                    "Effect" : "Allow",
                    "Principal" : { "AWS" : "arn:aws:iam::%s:root" },
                    "Action" : "kms:*",
                    "Resource" : "*"
                  } ]
                }""".formatted(account);
    }

    ObjectNode getKeyPolicy(Invocation call) {
        KmsKey key = access.open(call);
        return JsonNodeFactory.instance.objectNode().put("Policy", key.policy()).put("PolicyName", NAME);
    }

    ObjectNode putKeyPolicy(Invocation call) {
        KmsKey key = access.open(call);
        String policy = call.input().required("Policy");
        requireSafe(access, call, key, policy);
        access.world().keep(key.withPolicy(policy));
        return JsonNodeFactory.instance.objectNode();
    }

    ObjectNode listKeyPolicies(Invocation call) {
        access.open(call);
        ObjectNode result = JsonNodeFactory.instance.objectNode().put("Truncated", false);
        result.putArray("PolicyNames").add(NAME);
        return result;
    }

    /** Refuses a policy that cannot be read, and, unless told otherwise, one by which its author would lock itself out. */
    static void requireSafe(KeyAccess access, Invocation call, KmsKey key, String policy) {
        try {
            PolicyDocument.parse(policy);
        } catch (MalformedPolicyException e) {
            throw new AwsFault("MalformedPolicyDocumentException", e.problem());
        }
        boolean lockedOut = access.decide(call, "kms:PutKeyPolicy", key, policy) instanceof Decision.Denied;
        if (lockedOut && !call.input().flag("BypassPolicyLockoutSafetyCheck")) {
            throw new AwsFault(
                    "MalformedPolicyDocumentException",
                    "The new key policy will not allow you to update the key policy in the future.");
        }
    }
}
