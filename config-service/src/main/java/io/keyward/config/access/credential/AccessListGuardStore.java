package io.keyward.config.access.credential;

import io.keyward.access.Caller;
import io.keyward.access.principal.AccessList;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.keyward.config.access.credential.Settings.Address;
import io.keyward.config.organization.AccessListGuard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Passes it on to every credential of an organisation that it begins, or ceases, to insist on access lists. */
@ApplicationScoped
class AccessListGuardStore implements AccessListGuard {
    private final CredentialEvents events;

    AccessListGuardStore(CredentialEvents events) {
        this.events = events;
    }

    @Override
    public Uni<Void> requirementChanges(String orgId, boolean required, Caller caller) {
        return CredentialEntity.whole("c.orgId = ?1", orgId).chain(rows -> {
            if (required) {
                requireListed(rows, caller);
            }
            return rows.stream()
                    .map(row -> events.updated(row, row.credential().settings(), caller.actor()))
                    .reduce(Uni.createFrom().voidItem(), (before, next) -> before.chain(() -> next));
        });
    }

    private static void requireListed(List<CredentialEntity> rows, Caller caller) {
        List<Address> own = rows.stream()
                .filter(row -> row.id.equals(caller.id()))
                .flatMap(row -> row.credential().addresses().stream())
                .toList();
        AccessList list = new AccessList(own.stream().map(Address::block).toList(), true);
        if (list.standingOf(caller.address()) != AccessList.Standing.ALLOWED) {
            throw Refusal.of(ErrorCode.CANNOT_REMOVE_CALLER_FROM_ACCESS_LIST)
                    .withDetail("Your own access list does not hold the address you call from. Add it first.");
        }
    }
}
