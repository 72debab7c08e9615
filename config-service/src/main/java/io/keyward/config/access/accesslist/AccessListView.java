package io.keyward.config.access.accesslist;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keyward.atlas.Link;
import io.keyward.config.access.credential.Settings.Address;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it is answered.
 *
 * @param ipAddress the address, when the block is one alone
 */
record AccessListView(
        String cidrBlock,
        Instant created,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String ipAddress,
        List<Link> links) {

    /** @param list where the list is */
    static AccessListView of(Address entry, UriBuilder list) {
        String name = entry.block().isSingle()
                ? entry.block().address()
                : entry.block().toString();
        String self = list.clone().segment(name).build().toString();
        return new AccessListView(
                entry.block().toString(),
                entry.createdAt().truncatedTo(ChronoUnit.SECONDS),
                entry.block().isSingle() ? entry.block().address() : null,
                List.of(new Link(self, "self")));
    }
}
