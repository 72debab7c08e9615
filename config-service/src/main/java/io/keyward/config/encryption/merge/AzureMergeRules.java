package io.keyward.config.encryption.merge;

import static io.keyward.config.encryption.merge.EncryptionPatch.isSent;

import io.keyward.atlas.region.Cloud;
import io.keyward.config.encryption.settings.AzureVault;
import io.keyward.config.encryption.settings.EncryptionError;
import io.keyward.config.encryption.settings.KmsConfig;
import io.keyward.config.encryption.settings.Opener;
import io.keyward.config.encryption.settings.name.AzureEnvironment;
import io.keyward.config.encryption.settings.name.AzureKeyNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the Azure part of a PATCH means for a stored key. Pure. */
final class AzureMergeRules {
    private static final String OBJECT = "azureKeyVault.";

    private AzureMergeRules() {}

    /** @param secretId the id of the secret that was sent; empty without one */
    static KeyMerge merge(
            @Nullable AzureVault current, EncryptionPatch.@Nullable Azure sent, Optional<String> secretId) {
        if (sent == null || asksForNothing(current, sent)) {
            return keep(current, sent);
        }
        if (Boolean.FALSE.equals(sent.enabled())) {
            return new KeyMerge.Off();
        }
        List<String> missing = current == null ? missing(sent) : List.of();
        if (!missing.isEmpty()) {
            return new KeyMerge.Refused(new EncryptionError.MissingFields(missing));
        }
        return malformed(current, sent)
                .<KeyMerge>map(KeyMerge.Refused::new)
                .orElseGet(() -> opened(settings(current, sent), current, sent, secretId));
    }

    /** An environment alone is worth a word only where there is something in it. */
    private static boolean asksForNothing(@Nullable AzureVault current, EncryptionPatch.Azure sent) {
        return sent.enabled() == null
                && !sent.asksForSomething()
                && (current == null || !isSent(sent.azureEnvironment()));
    }

    private static KeyMerge keep(@Nullable AzureVault current, EncryptionPatch.@Nullable Azure sent) {
        if (current == null) {
            return new KeyMerge.Off();
        }
        return new KeyMerge.On(current.reached(privately(current, sent)));
    }

    private static boolean privately(@Nullable AzureVault current, EncryptionPatch.@Nullable Azure sent) {
        return sent == null || sent.requirePrivateNetworking() == null
                ? current != null && current.requirePrivateNetworking()
                : sent.requirePrivateNetworking();
    }

    /** What a first configuration lacks. A role is there in place of an application of the customer's. */
    private static List<String> missing(EncryptionPatch.Azure sent) {
        List<String> missing = new ArrayList<>();
        if (sent.enabled() == null) {
            missing.add(OBJECT + "enabled");
        }
        if (!isSent(sent.roleId())) {
            need(missing, "clientID", sent.clientID());
            need(missing, "tenantID", sent.tenantID());
            need(missing, "secret", sent.secret());
        }
        need(missing, "subscriptionID", sent.subscriptionID());
        need(missing, "resourceGroupName", sent.resourceGroupName());
        need(missing, "keyVaultName", sent.keyVaultName());
        need(missing, "keyIdentifier", sent.keyIdentifier());
        return missing;
    }

    private static void need(List<String> missing, String field, @Nullable String value) {
        if (!isSent(value)) {
            missing.add(OBJECT + field);
        }
    }

    /** What is wrong with a value by itself; the key's identifier is judged beside the vault and the environment that hold from now on. */
    private static Optional<EncryptionError> malformed(@Nullable AzureVault current, EncryptionPatch.Azure sent) {
        String guid = "a GUID, such as 009774e0-124f-4a69-83e0-ca8cd8acb4e2";
        String environment = environment(current, sent);
        return Stream.of(
                        AzureEnvironment.find(environment).isPresent()
                                ? Optional.<EncryptionError>empty()
                                : Optional.<EncryptionError>of(new EncryptionError.UnknownEnvironment(environment)),
                        unless(AzureKeyNames::isGuid, "clientID", sent.clientID(), guid),
                        unless(AzureKeyNames::isGuid, "tenantID", sent.tenantID(), guid),
                        unless(AzureKeyNames::isGuid, "subscriptionID", sent.subscriptionID(), guid),
                        unless(
                                AzureKeyNames::isResourceGroup,
                                "resourceGroupName",
                                sent.resourceGroupName(),
                                "up to 90 letters, digits, and any of _ - . ( ), without a dot at the end"),
                        unless(
                                AzureKeyNames::isVault,
                                "keyVaultName",
                                sent.keyVaultName(),
                                "3 to 24 letters, digits and single hyphens; the first is a letter, the last no hyphen"))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<EncryptionError> unless(
            Predicate<String> form, String field, @Nullable String value, String words) {
        return value == null || !isSent(value) || form.test(value)
                ? Optional.empty()
                : Optional.of(new EncryptionError.MalformedField(OBJECT + field, words));
    }

    /** Nothing is missing, and nothing is malformed: every setting is either sent or stored. Opened as before, or by nothing yet. */
    private static Settings settings(@Nullable AzureVault current, EncryptionPatch.Azure sent) {
        return new Settings(
                AzureEnvironment.find(environment(current, sent)).orElseThrow(),
                sentOr(sent.subscriptionID(), current == null ? "" : current.subscriptionID()),
                sentOr(sent.resourceGroupName(), current == null ? "" : current.resourceGroupName()),
                sentOr(sent.keyVaultName(), current == null ? "" : current.keyVaultName()),
                sentOr(sent.keyIdentifier(), current == null ? "" : current.keyIdentifier()),
                privately(current, sent));
    }

    private record Settings(
            AzureEnvironment environment,
            String subscription,
            String group,
            String vault,
            String key,
            boolean privately) {

        AzureVault opened(@Nullable String client, @Nullable String tenant, Opener opener) {
            return new AzureVault(
                    environment,
                    client,
                    tenant,
                    subscription,
                    group,
                    vault,
                    key,
                    opener,
                    privately,
                    AzureVault.GLOBAL.cloudName());
        }
    }

    private static KeyMerge opened(
            Settings settings, @Nullable AzureVault current, EncryptionPatch.Azure sent, Optional<String> secretId) {
        return switch (openedBy(settings, current, sent, secretId)) {
            case KeyMerge.On(KmsConfig next) -> checked(next, current, sent);
            case KeyMerge.Off off -> off;
            case KeyMerge.Refused refused -> refused;
        };
    }

    /**
     * Whether the key is one of the vault. Another vault alone is let through behind private networking: that it is frozen, if it is, says more than that the
     * stored key is none of its keys. It is refused later in any case.
     */
    private static KeyMerge checked(KmsConfig next, @Nullable AzureVault current, EncryptionPatch.Azure sent) {
        boolean mayBeFrozen = current != null
                && current.requirePrivateNetworking()
                && next.requirePrivateNetworking()
                && !isSent(sent.keyIdentifier());
        return next.mismatch()
                .filter(wrong -> !mayBeFrozen)
                .<KeyMerge>map(KeyMerge.Refused::new)
                .orElse(new KeyMerge.On(next));
    }

    private static KeyMerge openedBy(
            Settings settings, @Nullable AzureVault current, EncryptionPatch.Azure sent, Optional<String> secretId) {
        String roleId = sent.roleId();
        if (roleId != null && isSent(roleId)) {
            return byRole(settings, current, sent, new Opener.Role(Cloud.AZURE, roleId));
        }
        if (current != null && current.opener() instanceof Opener.Role role) {
            return isSent(sent.secret())
                    ? new KeyMerge.Refused(new EncryptionError.BackToCredentials(OBJECT + "secret"))
                    : byRole(settings, current, sent, role);
        }
        return byApplication(settings, current, sent, secretId);
    }

    /** A secret beside a role is ignored. So is the application, but for being answered as it was sent; that of a secret that was goes with it. */
    private static KeyMerge byRole(
            Settings settings, @Nullable AzureVault current, EncryptionPatch.Azure sent, Opener.Role role) {
        if (!settings.environment().hasOurApplication()) {
            return new KeyMerge.Refused(
                    new EncryptionError.NoRolesIn(settings.environment().name()));
        }
        AzureVault before = current != null && current.opener() instanceof Opener.Role ? current : null;
        return new KeyMerge.On(settings.opened(
                sentOrStored(sent.clientID(), before == null ? null : before.clientID()),
                sentOrStored(sent.tenantID(), before == null ? null : before.tenantID()),
                role));
    }

    private static KeyMerge byApplication(
            Settings settings, @Nullable AzureVault current, EncryptionPatch.Azure sent, Optional<String> secretId) {
        String client = sentOrStored(sent.clientID(), current == null ? null : current.clientID());
        String tenant = sentOrStored(sent.tenantID(), current == null ? null : current.tenantID());
        Optional<String> known = secretId.or(() -> Optional.ofNullable(current)
                .filter(former -> isSameApplication(settings, client, tenant, former))
                .flatMap(former -> former.opener().secretId()));
        return known.<KeyMerge>map(id ->
                        new KeyMerge.On(settings.opened(client, tenant, application(settings, client, tenant, id))))
                .orElseGet(() -> new KeyMerge.Refused(new EncryptionError.SecretNeeded(OBJECT + "secret")));
    }

    private static Opener application(
            Settings settings, @Nullable String client, @Nullable String tenant, String secretId) {
        return new Opener.Application(
                settings.environment(),
                Objects.requireNonNull(tenant, "no tenant"),
                Objects.requireNonNull(client, "no application"),
                secretId);
    }

    private static boolean isSameApplication(
            Settings settings, @Nullable String client, @Nullable String tenant, AzureVault current) {
        return settings.environment() == current.environment()
                && equalsIgnoringCase(client, current.clientID())
                && equalsIgnoringCase(tenant, current.tenantID());
    }

    private static boolean equalsIgnoringCase(@Nullable String one, @Nullable String other) {
        return one == null ? other == null : one.equalsIgnoreCase(other);
    }

    private static String environment(@Nullable AzureVault current, EncryptionPatch.Azure sent) {
        AzureEnvironment stored = current == null ? AzureEnvironment.AZURE : current.environment();
        return sentOr(sent.azureEnvironment(), stored.name());
    }

    private static String sentOr(@Nullable String sent, String stored) {
        return sent != null && isSent(sent) ? sent : stored;
    }

    private static @Nullable String sentOrStored(@Nullable String sent, @Nullable String stored) {
        return isSent(sent) ? sent : stored;
    }
}
