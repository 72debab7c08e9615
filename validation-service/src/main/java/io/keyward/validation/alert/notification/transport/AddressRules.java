package io.keyward.validation.alert.notification.transport;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/** Which addresses a customer's webhook may lead to: those that they could reach themselves. */
final class AddressRules {
    /** Special ranges that Java has no question for: this network, shared, protocol assignments, tests between networks, reserved. */
    private static final List<Range> SPECIAL = List.of(
            new Range(0x00000000, 8),
            new Range(0x64400000, 10),
            new Range(0xC0000000, 24),
            new Range(0xC6120000, 15),
            new Range(0xF0000000, 4));

    private AddressRules() {}

    /** Whether it is an address of the public internet. The metadata services of clouds are link-local or private, and so are not. */
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        return address instanceof Inet4Address
                ? SPECIAL.stream().noneMatch(range -> range.has(bits(address.getAddress())))
                : isPublic6(address.getAddress());
    }

    /** Global unicast only, without the ranges in which an IPv4 address is hidden: 6to4 and Teredo. NAT64 lies outside of global unicast. */
    private static boolean isPublic6(byte[] address) {
        int first = (address[0] & 0xff) << 8 | address[1] & 0xff;
        int second = (address[2] & 0xff) << 8 | address[3] & 0xff;
        boolean global = (first & 0xe000) == 0x2000;
        boolean hiding = first == 0x2002 || first == 0x2001 && second == 0;
        return global && !hiding;
    }

    private static int bits(byte[] address) {
        return (address[0] & 0xff) << 24 | (address[1] & 0xff) << 16 | (address[2] & 0xff) << 8 | address[3] & 0xff;
    }

    private record Range(int start, int prefix) {
        boolean has(int address) {
            int mask = -1 << (32 - prefix);
            return (address & mask) == start;
        }
    }
}
