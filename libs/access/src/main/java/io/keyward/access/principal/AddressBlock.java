package io.keyward.access.principal;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Addresses that share their first bits, in one canonical form: bits beyond the prefix are zero, and the IPv6 form of an IPv4 address is that
 * IPv4 address.
 *
 * @param network the first address, IPv4 or IPv6
 * @param prefix how many bits are shared: up to 32 or 128
 */
public record AddressBlock(InetAddress network, int prefix) {
    private static final String OCTET = "(?:0|[1-9][0-9]{0,2})";
    private static final Pattern LITERAL =
            Pattern.compile("(?:" + OCTET + "\\.){3}" + OCTET + "|[0-9a-fA-F.]*:[0-9a-fA-F:.]*");
    private static final Pattern BLOCK = Pattern.compile("([^/]+)(?:/(0|[1-9][0-9]{0,2}))?");
    /** Where the IPv4 address begins in its IPv6 form. */
    private static final int MAPPED_AT = 96;

    /** @param text an address, which stands for itself alone, or a block in CIDR notation; empty when it is neither */
    public static Optional<AddressBlock> parse(String text) {
        Matcher block = BLOCK.matcher(text);
        if (!block.matches()) {
            return Optional.empty();
        }
        String literal = block.group(1);
        return addressOf(literal)
                .map(address -> new AddressBlock(address, prefixOf(literal, address, block.group(2))))
                .filter(AddressBlock::isPossible)
                .map(AddressBlock::canonical);
    }

    /** Whether it is one of these addresses; false for what is no address. */
    public boolean contains(String address) {
        int scope = address.indexOf('%');
        return addressOf(scope < 0 ? address : address.substring(0, scope))
                .filter(asked -> bitsOf(asked) == bitsOf(network))
                .map(asked -> new AddressBlock(asked, prefix).canonical())
                .filter(this::equals)
                .isPresent();
    }

    /** Whether it is one address alone. */
    public boolean isSingle() {
        return prefix == bitsOf(network);
    }

    /** The address alone, without a prefix. */
    public String address() {
        return network.getHostAddress();
    }

    /** In CIDR notation, the prefix always said. */
    @Override
    public String toString() {
        return address() + "/" + prefix;
    }

    private boolean isPossible() {
        return prefix >= 0 && prefix <= bitsOf(network);
    }

    private AddressBlock canonical() {
        int free = bitsOf(network) - prefix;
        BigInteger first =
                new BigInteger(1, network.getAddress()).shiftRight(free).shiftLeft(free);
        byte[] bytes = new byte[network.getAddress().length];
        byte[] significant = first.toByteArray();
        int length = Math.min(significant.length, bytes.length);
        System.arraycopy(significant, significant.length - length, bytes, bytes.length - length, length);
        try {
            return new AddressBlock(InetAddress.getByAddress(bytes), prefix);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("An address of this length is one.", e);
        }
    }

    private static int prefixOf(String literal, InetAddress address, @Nullable String written) {
        if (written == null) {
            return bitsOf(address);
        }
        boolean mapped = address instanceof Inet4Address && literal.contains(":");
        return Integer.parseInt(written) - (mapped ? MAPPED_AT : 0);
    }

    /** Literals only: nothing is ever looked up by name. */
    private static Optional<InetAddress> addressOf(String literal) {
        if (!LITERAL.matcher(literal).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(literal));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static int bitsOf(InetAddress address) {
        return address.getAddress().length * Byte.SIZE;
    }
}
