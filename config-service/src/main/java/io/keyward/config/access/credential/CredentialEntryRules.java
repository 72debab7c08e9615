package io.keyward.config.access.credential;

import io.keyward.access.Caller;
import io.keyward.config.activity.entry.ActivityEntry;
import io.keyward.config.activity.entry.EventType;
import io.keyward.contracts.Actor;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What the activity log of an organisation says of a changed credential: one thing, of what matters most first. Nothing of its roles in projects,
 * which is in their logs.
 */
final class CredentialEntryRules {
    private CredentialEntryRules() {}

    /** @param now what it is, after it was {@code before} */
    static Optional<ActivityEntry> changed(Credential now, Settings before, Actor actor, Instant at) {
        return type(now, before, now.settings())
                .map(type -> ActivityEntry.ofOrganization(now.orgId(), type, sentence(now), actor, at));
    }

    private static Optional<EventType> type(Credential now, Settings before, Settings after) {
        if (!before.orgRoles().equals(after.orgRoles())) {
            return either(now, EventType.API_KEY_ROLES_CHANGED, EventType.SERVICE_ACCOUNT_ROLES_CHANGED);
        }
        if (!before.secrets().equals(after.secrets())) {
            boolean isFewer = before.secrets().containsAll(after.secrets());
            return Optional.of(
                    isFewer ? EventType.SERVICE_ACCOUNT_SECRET_DELETED : EventType.SERVICE_ACCOUNT_SECRET_ADDED);
        }
        if (!before.addresses().equals(after.addresses())) {
            return after.addresses().size() < before.addresses().size()
                    ? either(
                            now,
                            EventType.API_KEY_ACCESS_LIST_ENTRY_DELETED,
                            EventType.SERVICE_ACCOUNT_ACCESS_LIST_ENTRY_DELETED)
                    : either(
                            now,
                            EventType.API_KEY_ACCESS_LIST_ENTRY_ADDED,
                            EventType.SERVICE_ACCOUNT_ACCESS_LIST_ENTRY_ADDED);
        }
        return before.title().equals(after.title()) && before.description().equals(after.description())
                ? Optional.empty()
                : either(now, EventType.API_KEY_DESCRIPTION_CHANGED, EventType.SERVICE_ACCOUNT_DETAILS_CHANGED);
    }

    private static String sentence(Credential now) {
        return "The %s %s was changed: roles %s, %d secrets, %s."
                .formatted(
                        now.kind() == Caller.Kind.SERVICE_ACCOUNT ? "service account" : "API key",
                        now.publicName(),
                        new TreeSet<>(now.settings().orgRoles()),
                        now.settings().secrets().size(),
                        now.addresses().isEmpty()
                                ? "from every address"
                                : "from " + now.addresses().size() + " blocks of addresses");
    }

    private static Optional<EventType> either(Credential credential, EventType key, EventType account) {
        return Optional.of(credential.kind() == Caller.Kind.SERVICE_ACCOUNT ? account : key);
    }
}
