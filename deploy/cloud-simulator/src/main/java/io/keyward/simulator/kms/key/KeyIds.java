package io.keyward.simulator.kms.key;

import io.keyward.simulator.call.Invocation;
import io.keyward.simulator.wire.AwsFault;
import io.keyward.simulator.world.Alias;
import io.keyward.simulator.world.KeyArn;
import io.keyward.simulator.world.World;
import java.util.regex.Pattern;

/** Finds out which key a {@code KeyId} means: an id, an alias, or the ARN of either. Another account's key has to be named by ARN. */
final class KeyIds {

    private static final Pattern ID =
            Pattern.compile("mrk-[0-9a-f]{32}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern ALIAS = Pattern.compile("alias/[a-zA-Z0-9/_-]+");

    private final World world;

    KeyIds(World world) {
        this.world = world;
    }

    /** The ARN meant, whether or not there is such a key. */
    KeyArn resolve(String keyId, Invocation call) {
        if (keyId.startsWith("arn:")) {
            return byArn(keyId, call);
        }
        if (ALIAS.matcher(keyId).matches()) {
            return byAlias(Alias.arn(call.region(), call.caller().account(), keyId));
        }
        if (ID.matcher(keyId).matches()) {
            return new KeyArn(call.region(), call.caller().account(), keyId);
        }
        throw KmsFaults.invalidKeyId(keyId);
    }

    private KeyArn byArn(String arn, Invocation call) {
        String[] parts = arn.split(":", 6);
        boolean kms = parts.length == 6 && parts[1].startsWith("aws") && parts[2].equals("kms");
        if (!kms || !parts[4].matches("\\d{12}")) {
            throw KmsFaults.invalidArn(arn);
        }
        if (!parts[3].equals(call.region())) {
            throw KmsFaults.otherRegion(parts[3]);
        }
        if (ALIAS.matcher(parts[5]).matches()) {
            return byAlias(arn);
        }
        String id = parts[5].startsWith("key/") ? parts[5].substring("key/".length()) : "";
        if (!ID.matcher(id).matches()) {
            throw KmsFaults.invalidArn(arn);
        }
        return new KeyArn(parts[3], parts[4], id);
    }

    private KeyArn byAlias(String aliasArn) {
        return world.aliases().find(aliasArn).map(Alias::target).orElseThrow(() ->
                (AwsFault) KmsFaults.noSuchAlias(aliasArn));
    }
}
