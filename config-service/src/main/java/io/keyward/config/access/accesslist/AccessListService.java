package io.keyward.config.access.accesslist;

import io.keyward.access.Caller;
import io.keyward.access.CurrentCaller;
import io.keyward.access.principal.AddressBlock;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Page;
import io.keyward.atlas.Paging;
import io.keyward.atlas.Refusal;
import io.keyward.config.access.credential.Credential;
import io.keyward.config.access.credential.CredentialQueryStore;
import io.keyward.config.access.credential.CredentialRef;
import io.keyward.config.access.credential.CredentialStore;
import io.keyward.config.access.credential.Settings.Address;
import io.keyward.messaging.Detached;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;

/** Reads and changes the access list of any credential. */
@ApplicationScoped
class AccessListService {
    private final CredentialStore store;
    private final CredentialQueryStore queries;
    private final CurrentCaller current;
    private final Clock clock;

    AccessListService(CredentialStore store, CredentialQueryStore queries, CurrentCaller current, Clock clock) {
        this.store = store;
        this.queries = queries;
        this.current = current;
        this.clock = clock;
    }

    Uni<Page<AccessListView>> list(CredentialRef ref, Paging paging, UriInfo uri) {
        return queries.get(ref).map(credential -> page(credential, paging, uri));
    }

    /** Adds entries, and answers the list as it is then. */
    Uni<Page<AccessListView>> add(CredentialRef ref, List<AccessListRequest> entries, Paging paging, UriInfo uri) {
        if (entries.isEmpty()) {
            throw Refusal.of(ErrorCode.INVALID_JSON).withDetail("The request names no entry.");
        }
        List<AddressBlock> blocks = entries.stream().map(AccessListRules::block).toList();
        return change(ref, list -> AccessListRules.with(list, blocks, clock.instant()))
                .map(credential -> page(credential, paging, uri));
    }

    /** @param text an address or a block in CIDR notation */
    Uni<Void> remove(CredentialRef ref, String text) {
        AddressBlock block = AccessListRules.parse(text);
        return change(ref, list -> AccessListRules.without(list, block)).replaceWithVoid();
    }

    private Uni<Credential> change(CredentialRef ref, UnaryOperator<List<Address>> change) {
        Caller caller = current.get();
        return queries.get(ref)
                .chain(found -> Detached.run(() -> store.change(
                        ref,
                        (settings, organization) -> {
                            List<Address> after = change.apply(settings.addresses());
                            if (found.id().equals(caller.id())) {
                                AccessListRules.requireReachable(
                                        after, organization.accessListRequired(), caller.address());
                            }
                            return settings.withAddresses(after);
                        },
                        caller.actor())));
    }

    private static Page<AccessListView> page(Credential credential, Paging paging, UriInfo uri) {
        return paging.slice(credential.addresses().stream()
                .map(entry -> AccessListView.of(entry, uri.getAbsolutePathBuilder()))
                .toList());
    }
}
