package io.keyward.config.access.accesslist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyward.access.principal.AddressBlock;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.keyward.config.access.credential.Settings.Address;
import io.keyward.testkit.Rule;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Rule("A8")
class AccessListRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8,           , 10.0.0.0/8",
        "10.1.2.3/8,           , 10.0.0.0/8",
        "          , 10.1.2.3  , 10.1.2.3/32",
        "10.1.2.3/32, 10.1.2.3 , 10.1.2.3/32",
        "2001:db8::/32,        , 2001:db8:0:0:0:0:0:0/32"
    })
    void anEntryIsABlock(@Nullable String block, @Nullable String address, String expected) {
        assertThat(AccessListRules.block(entry(block, address)).toString()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "           ,          , MISSING_ATTRIBUTE",
        "10.0.0.0/33,          , INVALID_IP_ADDRESS_OR_CIDR_NOTATION",
        "           , localhost, INVALID_IP_ADDRESS_OR_CIDR_NOTATION",
        "           , 1.2.3    , INVALID_IP_ADDRESS_OR_CIDR_NOTATION",
        "10.0.0.0/8 , 10.1.2.3 , INVALID_IP_ADDRESS_OR_CIDR_NOTATION"
    })
    void anythingElseIsNone(@Nullable String block, @Nullable String address, ErrorCode expected) {
        assertRefused(expected, () -> AccessListRules.block(entry(block, address)));
    }

    @Test
    void whatIsThereStaysAsItIs() {
        List<Address> list = list("10.0.0.0/8");
        List<AddressBlock> more = Stream.of("10.0.0.0/8", "1.2.3.4", "1.2.3.4")
                .map(AccessListRules::parse)
                .toList();

        List<Address> after = AccessListRules.with(list, more, NOW.plusSeconds(9));

        assertThat(after).extracting(entry -> entry.block().toString()).containsExactly("10.0.0.0/8", "1.2.3.4/32");
        assertThat(after).extracting(Address::createdAt).containsExactly(NOW, NOW.plusSeconds(9));
    }

    @Test
    void aListIsBounded() {
        List<AddressBlock> many = IntStream.rangeClosed(0, AccessListRules.MAX_ENTRIES)
                .mapToObj(i -> AccessListRules.parse("10.0.0." + i % 256 + "/32"))
                .toList();
        assertThat(AccessListRules.with(List.of(), many.subList(1, many.size()), NOW))
                .hasSize(AccessListRules.MAX_ENTRIES);
        assertRefused(ErrorCode.ACCESS_LIST_FULL, () -> AccessListRules.with(List.of(), many, NOW));
    }

    @Test
    void onlyWhatIsThereGoes() {
        List<Address> list = list("10.0.0.0/8", "1.2.3.4");
        assertThat(AccessListRules.without(list, AccessListRules.parse("10.0.0.0/8")))
                .hasSize(1);
        assertRefused(
                ErrorCode.ACCESS_LIST_ENTRY_NOT_FOUND,
                () -> AccessListRules.without(list, AccessListRules.parse("10.0.0.0/9")));
    }

    @ParameterizedTest
    @CsvSource({
        // list, whether one is required, from where, whether that may be
        "           , false, 1.2.3.4 , true",
        "           , true , 1.2.3.4 , false",
        "1.2.3.0/24 , false, 1.2.3.4 , true",
        "1.2.3.0/24 , true , 1.2.3.4 , true",
        "10.0.0.0/8 , false, 1.2.3.4 , false",
        "10.0.0.0/8 , true ,         , false"
    })
    void nobodyShutsTheDoorOnThemselves(
            @Nullable String block, boolean required, @Nullable String address, boolean allowed) {
        List<Address> after = block == null ? List.of() : list(block);
        if (allowed) {
            assertThatCode(() -> AccessListRules.requireReachable(after, required, address))
                    .doesNotThrowAnyException();
        } else {
            assertRefused(
                    ErrorCode.CANNOT_REMOVE_CALLER_FROM_ACCESS_LIST,
                    () -> AccessListRules.requireReachable(after, required, address));
        }
    }

    private static void assertRefused(ErrorCode expected, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(expected));
    }

    private static List<Address> list(String... blocks) {
        return Stream.of(blocks)
                .map(block -> new Address(AccessListRules.parse(block), NOW))
                .toList();
    }

    private static AccessListRequest entry(@Nullable String block, @Nullable String address) {
        return new AccessListRequest(block, address);
    }
}
