package io.keyward.validation.keyuse;

import io.keyward.contracts.EncryptionEvent;
import io.keyward.validation.check.KeyAccess;
import io.keyward.validation.check.KeyAccess.AwsRole;
import io.keyward.validation.check.KeyAccess.AzureApplication;
import io.keyward.validation.check.KeyAccess.GoogleAccount;
import io.keyward.validation.check.KeyPath;
import io.keyward.validation.verdict.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Key uses as events tell of them, written to rows. */
final class KeyUseRows {
    private static final Logger LOG = Logger.getLogger(KeyUseRows.class);

    private static final int ACCOUNT = 4;
    private static final int MOST_ACCOUNT = 64;

    private KeyUseRows() {}

    /** Those that this version can check. The others were written by a newer config-service; they are left alone, loudly. */
    static List<EncryptionEvent.KeyUse> reachable(List<EncryptionEvent.KeyUse> listed) {
        listed.stream()
                .filter(use -> AccessColumns.told(use).isEmpty())
                .forEach(use -> LOG.warnf(
                        "keyUseId=%s provider=%s cannot be checked by this version", use.keyUseId(), use.provider()));
        return listed.stream()
                .filter(use -> AccessColumns.told(use).isPresent())
                .toList();
    }

    /** The providers whose present keys are to be reached over private endpoints only, those included that this version cannot check. */
    static SortedSet<String> privateProviders(List<EncryptionEvent.KeyUse> listed) {
        return listed.stream()
                .filter(use -> use.privateNetworking() && !use.former())
                .map(EncryptionEvent.KeyUse::provider)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The ids of those that serve the regions without a key use of their own: of each project key the ones that say so, else the first. */
    static Set<String> homes(List<EncryptionEvent.KeyUse> listed) {
        return listed.stream().collect(Collectors.groupingBy(KeyUseRows::projectKey)).values().stream()
                .flatMap(ofKey -> ofKey.stream().anyMatch(EncryptionEvent.KeyUse::home)
                        ? ofKey.stream().filter(EncryptionEvent.KeyUse::home)
                        : ofKey.stream().limit(1))
                .map(EncryptionEvent.KeyUse::keyUseId)
                .collect(Collectors.toSet());
    }

    /** Without an id, all key uses of a provider are of one key. */
    private static List<String> projectKey(EncryptionEvent.KeyUse use) {
        return use.keyId() == null ? List.of(use.provider()) : List.of(use.provider(), use.keyId());
    }

    /** A new row, due at once, and on the public path until somebody says otherwise. */
    static KeyUseEntity create(String groupId, EncryptionEvent.KeyUse use, Instant now) {
        var row = new KeyUseEntity();
        row.id = use.keyUseId();
        row.groupId = groupId;
        row.explanation = "The key was not checked on schedule yet.";
        row.stand(Standing.unchecked(now));
        belongTo(row, use);
        reachBy(row, use);
        row.goBy(new KeyPath.Public(false));
        row.configRevision = 1;
        row.becomeDue(now);
        return row;
    }

    /** Brings a row to what is configured now. Another way to the key makes it due at once and drops the results of running checks. */
    static void update(KeyUseEntity row, EncryptionEvent.KeyUse use, Instant now) {
        boolean sameKey = row.key.equals(use.key()) && row.region.equals(use.region());
        row.privateNetworking = use.privateNetworking();
        belongTo(row, use);
        if (sameKey && row.access().equals(access(use)) && row.retiredAt == null) {
            return;
        }
        if (!sameKey) {
            row.probe = null;
        }
        reachBy(row, use);
        row.retiredAt = null;
        row.isReachedAnew(now);
    }

    private static void belongTo(KeyUseEntity row, EncryptionEvent.KeyUse use) {
        row.keyId = use.keyId();
        row.former = use.former();
    }

    private static void reachBy(KeyUseEntity row, EncryptionEvent.KeyUse use) {
        row.provider = use.provider();
        row.key = use.key();
        row.region = use.region();
        row.useAs(access(use));
        row.account = account(row.key, access(use));
        row.privateNetworking = use.privateNetworking();
    }

    /** Whose limits the key's calls count towards: an account of AWS, a vault, a project of Google's. */
    private static String account(String key, KeyAccess access) {
        var account =
                switch (access) {
                    // Of the two the key's own; a bare key id is looked for in the account of the role.
                    case AwsRole role -> part(key.startsWith("arn:") ? key : role.roleArn(), ":", ACCOUNT);
                    case AzureApplication application -> application.vault();
                    case GoogleAccount ignored -> part(key, "/", 1);
                };
        return account.substring(0, Math.min(account.length(), MOST_ACCOUNT));
    }

    private static String part(String name, String separator, int position) {
        var parts = name.split(separator, 6);
        return parts.length > position ? parts[position] : "";
    }

    private static KeyAccess access(EncryptionEvent.KeyUse use) {
        return AccessColumns.told(use)
                .orElseThrow(() -> new IllegalArgumentException("only reachable key uses are written"));
    }
}
