package io.keyward.access.principal;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.testkit.Rule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Rule("A8")
class AccessListTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.17, 192.0.2.17/32",
        "192.0.2.17/32, 192.0.2.17/32",
        "192.0.2.17/24, 192.0.2.0/24",
        "255.255.255.255/1, 128.0.0.0/1",
        "0.0.0.0/0, 0.0.0.0/0",
        "10.1.2.3/0, 0.0.0.0/0",
        "2001:db8::1, 2001:db8:0:0:0:0:0:1/128",
        "2001:DB8::1/32, 2001:db8:0:0:0:0:0:0/32",
        "2001:db8::ffff/127, 2001:db8:0:0:0:0:0:fffe/127",
        "::/0, 0:0:0:0:0:0:0:0/0",
        "::ffff:192.0.2.17, 192.0.2.17/32",
        "::ffff:192.0.2.17/120, 192.0.2.0/24"
    })
    void aBlockHasOneForm(String text, String canonical) {
        assertThat(AddressBlock.parse(text)).map(AddressBlock::toString).contains(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/8",
                "10.0.0.1/",
                "10.0.0.1/33",
                "10.0.0.1/-1",
                "10.0.0.1/08",
                "10.0.0.1/999999999999",
                "10.0.0.1/8/8",
                "10.0.0",
                "10",
                "010.0.0.1",
                "256.0.0.1",
                "10.0.0.1 ",
                "0x0a.0.0.1",
                "localhost",
                "example.com/8",
                ":",
                "2001:db8::1/129",
                "2001:db8::1::",
                "fe80::1%eth0",
                "[::1]",
                "::ffff:10.0.0.1/95"
            })
    void andNothingElseIsOne(String text) {
        assertThat(AddressBlock.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.0/24, 192.0.2.0, true",
        "192.0.2.0/24, 192.0.2.255, true",
        "192.0.2.0/24, 192.0.3.0, false",
        "192.0.2.0/24, ::ffff:192.0.2.9, true",
        "192.0.2.0/24, ::192.0.2.9, false",
        "192.0.2.17/32, 192.0.2.17, true",
        "192.0.2.17/32, 192.0.2.18, false",
        "0.0.0.0/0, 203.0.113.5, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "::/0, 2001:db8::1, true",
        "::/0, 203.0.113.5, false",
        "2001:db8::/32, 2001:db8:ffff::1, true",
        "2001:db8::/32, 2001:db9::1, false",
        "fe80::/10, fe80::1%eth0, true",
        "fe80::/10, fe80::1%no-such-interface, true",
        "::ffff:192.0.2.0/120, 192.0.2.9, true",
        "0.0.0.0/0, unknown, false",
        "0.0.0.0/0, '', false"
    })
    void anAddressIsInABlockOrNot(String block, String address, boolean expected) {
        assertThat(AddressBlock.parse(block).orElseThrow().contains(address)).isEqualTo(expected);
    }

    @Test
    void aSingleAddressIsToldWithoutItsPrefix() {
        assertThat(AddressBlock.parse("192.0.2.17").orElseThrow().isSingle()).isTrue();
        assertThat(AddressBlock.parse("192.0.2.17").orElseThrow().address()).isEqualTo("192.0.2.17");
        assertThat(AddressBlock.parse("192.0.2.0/31").orElseThrow().isSingle()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "'',                            false, 192.0.2.1,   ALLOWED",
                "'',                            false, -,           ALLOWED",
                "'',                            true,  192.0.2.1,   MISSING",
                "192.0.2.0/24,                  false, 192.0.2.1,   ALLOWED",
                "192.0.2.0/24,                  true,  192.0.2.1,   ALLOWED",
                "192.0.2.0/24,                  false, 192.0.3.1,   OUTSIDE",
                "192.0.2.0/24,                  true,  192.0.3.1,   OUTSIDE",
                "192.0.2.0/24,                  false, -,           OUTSIDE",
                "192.0.2.0/24 2001:db8::/32,    false, 2001:db8::5, ALLOWED",
                "192.0.2.0/24 2001:db8::/32,    false, 2001:db9::5, OUTSIDE"
            })
    void whatAListSays(String blocks, boolean required, String address, AccessList.Standing standing) {
        // Given
        List<AddressBlock> parsed = Stream.of(blocks.split(" "))
                .filter(text -> !text.isEmpty())
                .map(text -> AddressBlock.parse(text).orElseThrow())
                .toList();

        // Then
        assertThat(new AccessList(parsed, required).standingOf(address)).isEqualTo(standing);
    }
}
