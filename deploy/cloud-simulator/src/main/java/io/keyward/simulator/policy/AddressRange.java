package io.keyward.simulator.policy;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Address ranges as policies write them: {@code 203.0.113.0/24}, or one address. */
final class AddressRange {

    private AddressRange() {}

    static boolean contains(String range, String address) {
        int slash = range.indexOf('/');
        byte[] network = bytes(slash < 0 ? range : range.substring(0, slash));
        byte[] candidate = bytes(address);
        if (network.length == 0 || network.length != candidate.length) {
            return false;
        }
        int bits = slash < 0 ? network.length * 8 : Integer.parseInt(range.substring(slash + 1));
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((network[bit / 8] & mask) != (candidate[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    /** Only literal addresses: a name would be looked up, and a policy never asks a name server. */
    private static byte[] bytes(String literal) {
        if (!literal.matches("[0-9a-fA-F:.]+")) {
            return new byte[0];
        }
        try {
            return InetAddress.getByName(literal).getAddress();
        } catch (UnknownHostException e) {
            return new byte[0];
        }
    }
}
