package io.keyward.config.access.accesslist;

import io.keyward.access.principal.AccessList;
import io.keyward.access.principal.AddressBlock;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.keyward.config.access.credential.Settings.Address;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an access list can hold, and that nobody shuts the door on themselves. */
final class AccessListRules {
    static final int MAX_ENTRIES = 200;

    private AccessListRules() {}

    /** The block that an entry means, by either of its attributes. */
    static AddressBlock block(AccessListRequest entry) {
        String text = entry.cidrBlock() == null ? entry.ipAddress() : entry.cidrBlock();
        if (text == null) {
            throw Refusal.of(ErrorCode.MISSING_ATTRIBUTE, "cidrBlock")
                    .withDetail("Each entry needs a cidrBlock or an ipAddress.");
        }
        AddressBlock block = parse(text);
        if (entry.ipAddress() != null && !parse(entry.ipAddress()).equals(single(block))) {
            throw Refusal.of(ErrorCode.INVALID_IP_ADDRESS_OR_CIDR_NOTATION, entry.ipAddress())
                    .withDetail("cidrBlock and ipAddress of an entry speak of different addresses.");
        }
        return block;
    }

    /** The block that a text means; refused with 400 when it is none. */
    static AddressBlock parse(String text) {
        return AddressBlock.parse(text)
                .orElseThrow(() -> Refusal.of(ErrorCode.INVALID_IP_ADDRESS_OR_CIDR_NOTATION, text));
    }

    /** The list with more blocks; one that is there already keeps its date. */
    static List<Address> with(List<Address> current, List<AddressBlock> more, Instant now) {
        List<Address> all = new ArrayList<>(current);
        for (AddressBlock block : more) {
            if (all.stream().noneMatch(entry -> entry.block().equals(block))) {
                all.add(new Address(block, now));
            }
        }
        if (all.size() > MAX_ENTRIES) {
            throw Refusal.of(ErrorCode.ACCESS_LIST_FULL, MAX_ENTRIES);
        }
        return all;
    }

    /** The list without a block; refused with 404 when it is not there. */
    static List<Address> without(List<Address> current, AddressBlock block) {
        List<Address> rest =
                current.stream().filter(entry -> !entry.block().equals(block)).toList();
        if (rest.size() == current.size()) {
            throw Refusal.of(ErrorCode.ACCESS_LIST_ENTRY_NOT_FOUND, block.toString());
        }
        return rest;
    }

    /**
     * Whoever changes the list of the credential they call with goes on being able to call from where they are.
     *
     * @param required whether the organisation insists on a list
     */
    static void requireReachable(List<Address> after, boolean required, @Nullable String address) {
        List<AddressBlock> blocks = after.stream().map(Address::block).toList();
        if (new AccessList(blocks, required).standingOf(address) != AccessList.Standing.ALLOWED) {
            throw Refusal.of(ErrorCode.CANNOT_REMOVE_CALLER_FROM_ACCESS_LIST);
        }
    }

    private static AddressBlock single(AddressBlock block) {
        return block.isSingle() ? block : parse(block.address());
    }
}
