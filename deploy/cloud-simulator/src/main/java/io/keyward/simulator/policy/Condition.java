package io.keyward.simulator.policy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * One condition key with what it is compared to.
 *
 * @param key in lower case: keys are compared without regard to case, values with it
 * @param quantifier what it means that the request has several values for the key
 * @param ifExists holds when the request does not have the key at all
 */
record Condition(String key, List<String> expected, Operator operator, Quantifier quantifier, boolean ifExists) {

    enum Quantifier {
        SINGLE,
        ANY,
        ALL
    }

    /** What a value is compared by; {@code negated} holds when no expected value matches. */
    enum Operator {
        STRINGEQUALS(false, String::equals),
        STRINGNOTEQUALS(true, String::equals),
        STRINGEQUALSIGNORECASE(false, String::equalsIgnoreCase),
        STRINGNOTEQUALSIGNORECASE(true, String::equalsIgnoreCase),
        STRINGLIKE(false, Glob::matches),
        STRINGNOTLIKE(true, Glob::matches),
        ARNEQUALS(false, Glob::matches),
        ARNNOTEQUALS(true, Glob::matches),
        ARNLIKE(false, Glob::matches),
        ARNNOTLIKE(true, Glob::matches),
        BOOL(false, String::equalsIgnoreCase),
        NUMERICLESSTHANEQUALS(false, (limit, actual) -> Double.parseDouble(actual) <= Double.parseDouble(limit)),
        NUMERICGREATERTHANEQUALS(false, (limit, actual) -> Double.parseDouble(actual) >= Double.parseDouble(limit)),
        IPADDRESS(false, AddressRange::contains),
        NOTIPADDRESS(true, AddressRange::contains),
        NULL(false, String::equalsIgnoreCase);

        private final boolean negated;
        private final BiPredicate<String, String> matches;

        Operator(boolean negated, BiPredicate<String, String> matches) {
            this.negated = negated;
            this.matches = matches;
        }

        boolean holds(List<String> expected, String actual) {
            return expected.stream().anyMatch(value -> matches.test(value, actual)) != negated;
        }
    }

    static Condition of(String written, String key, List<String> expected) {
        String name = written.toUpperCase(Locale.ROOT);
        Quantifier quantifier = Quantifier.SINGLE;
        if (name.startsWith("FORANYVALUE:")) {
            quantifier = Quantifier.ANY;
        } else if (name.startsWith("FORALLVALUES:")) {
            quantifier = Quantifier.ALL;
        }
        name = name.substring(name.indexOf(':') + 1);
        boolean ifExists = name.endsWith("IFEXISTS");
        String bare = ifExists ? name.substring(0, name.length() - "IFEXISTS".length()) : name;
        try {
            return new Condition(key.toLowerCase(Locale.ROOT), expected, Operator.valueOf(bare), quantifier, ifExists);
        } catch (IllegalArgumentException e) {
            throw new MalformedPolicyException("Invalid Condition type : " + written);
        }
    }

    boolean holds(Map<String, List<String>> context) {
        List<String> actual = context.getOrDefault(key, List.of());
        if (operator == Operator.NULL) {
            return operator.holds(expected, String.valueOf(actual.isEmpty()));
        }
        if (actual.isEmpty()) {
            return ifExists || quantifier == Quantifier.ALL || (quantifier == Quantifier.SINGLE && operator.negated);
        }
        return quantifier == Quantifier.ALL
                ? actual.stream().allMatch(value -> operator.holds(expected, value))
                : actual.stream().anyMatch(value -> operator.holds(expected, value));
    }

    /** Address ranges as policies write them: {@code 203.0.113.0/24}, or one address. */
    static final class AddressRange {

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
}
