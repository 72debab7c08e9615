package io.keyward.simulator.kms;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.simulator.call.Invocation;
import io.keyward.simulator.kms.key.KeyAccess;
import io.keyward.simulator.kms.key.KeyMetadata;
import io.keyward.simulator.kms.key.KeyStates;
import io.keyward.simulator.kms.key.KmsFaults;
import io.keyward.simulator.wire.AwsFault;
import io.keyward.simulator.world.Alias;
import io.keyward.simulator.world.KmsKey;
import io.keyward.simulator.world.World;
import java.util.List;
import java.util.regex.Pattern;

/** Friendly names. Changing one needs permission on the alias and on every key concerned. */
final class Aliases {

    private static final Pattern NAME = Pattern.compile("alias/(?!aws/)[a-zA-Z0-9/_-]{1,250}");

    private final KeyAccess access;
    private final World world;

    Aliases(KeyAccess access) {
        this.access = access;
        this.world = access.world();
    }

    ObjectNode createAlias(Invocation call) {
        String name = name(call);
        String arn = permitted(call, name);
        KmsKey target = access.open(call, call.input().required("TargetKeyId"), call.action());
        KeyStates.requireNotPendingDeletion(target);
        if (world.aliases().has(arn)) {
            throw new AwsFault("AlreadyExistsException", "An alias with the name " + arn + " already exists");
        }
        world.aliases().put(arn, new Alias(arn, name, target.arn(), call.now(), call.now()));
        return empty();
    }

    ObjectNode updateAlias(Invocation call) {
        String arn = permitted(call, name(call));
        Alias alias = existing(arn);
        access.open(call, alias.target().toString(), call.action());
        KmsKey target = access.open(call, call.input().required("TargetKeyId"), call.action());
        KeyStates.requireNotPendingDeletion(target);
        world.aliases().put(arn, new Alias(arn, alias.name(), target.arn(), alias.createdAt(), call.now()));
        return empty();
    }

    ObjectNode deleteAlias(Invocation call) {
        String arn = permitted(call, name(call));
        access.open(call, existing(arn).target().toString(), call.action());
        world.aliases().remove(arn);
        return empty();
    }

    ObjectNode listAliases(Invocation call) {
        access.require(call, call.action(), "*");
        String prefix = Alias.arn(call.region(), call.caller().account(), "alias/");
        String keyId = call.input()
                .text("KeyId")
                .map(id -> access.open(call, id, call.action()).arn().id())
                .orElse("");
        List<ObjectNode> aliases = world.aliases().all().stream()
                .filter(alias -> alias.arn().startsWith(prefix))
                .filter(alias -> keyId.isEmpty() || alias.target().id().equals(keyId))
                .map(Aliases::view)
                .toList();
        return Pages.page(call, "Aliases", aliases);
    }

    private String permitted(Invocation call, String name) {
        String arn = Alias.arn(call.region(), call.caller().account(), name);
        access.require(call, call.action(), arn);
        return arn;
    }

    private Alias existing(String arn) {
        return world.aliases().find(arn).orElseThrow(() -> KmsFaults.noSuchAlias(arn));
    }

    private static String name(Invocation call) {
        String name = call.input().required("AliasName");
        if (!NAME.matcher(name).matches()) {
            throw new AwsFault(
                    "InvalidAliasNameException",
                    "Alias must start with the prefix \"alias/\" and must not be reserved.");
        }
        return name;
    }

    private static ObjectNode view(Alias alias) {
        return empty().put("AliasName", alias.name())
                .put("AliasArn", alias.arn())
                .put("TargetKeyId", alias.target().id())
                .put("CreationDate", KeyMetadata.seconds(alias.createdAt()))
                .put("LastUpdatedDate", KeyMetadata.seconds(alias.updatedAt()));
    }

    private static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }
}
