package io.keyward.access.digest;

import io.keyward.access.principal.DigestAlgorithm;
import io.keyward.access.principal.Ha1;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an {@code Authorization: Digest …} header says.
 *
 * @param uri what the client says it asks for, as in the request line
 * @param nc eight hexadecimal characters. Not required to start at 1 nor to rise by one: some clients go on counting over nonces
 */
record DigestCredentials(
        DigestAlgorithm algorithm,
        String username,
        String nonce,
        String uri,
        String nc,
        String cnonce,
        String response) {
    private static final Pattern SCHEME = Pattern.compile("Digest +", Pattern.CASE_INSENSITIVE);
    /** Possessive, so that Java matches a long text in a loop: by recursion a few thousand characters overflow the stack. */
    private static final Pattern PARAMETER =
            Pattern.compile("\\s*([A-Za-z]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^\\s,\"]+))\\s*(?:,|$)");

    private static final Set<String> REQUIRED =
            Set.of("username", "realm", "nonce", "uri", "nc", "cnonce", "response", "qop");
    private static final Pattern USERNAME = Pattern.compile("[\\x21-\\x39\\x3b-\\x7e]{1,64}");
    private static final Pattern COUNT = Pattern.compile("[0-9a-fA-F]{8}");
    private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]+");
    private static final Pattern AUTHORITY = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]*://[^/?#]*");
    private static final int MAX_CNONCE = 256;

    /** The header's credentials; empty when it is of another scheme, malformed, or not an answer to our kind of challenge. */
    static Optional<DigestCredentials> parse(String header) {
        Matcher scheme = SCHEME.matcher(header);
        return scheme.lookingAt()
                ? parameters(header.substring(scheme.end())).flatMap(DigestCredentials::from)
                : Optional.empty();
    }

    /** Whether they were made for this request; {@code target} is the request line's, query included. */
    boolean isFor(String target) {
        return pathAndQuery(uri).equals(pathAndQuery(target));
    }

    /** Whether whoever made them knew the private key behind {@code ha1}. Takes the same time for every wrong answer. */
    boolean provesKnowledgeOf(String ha1, String method) {
        String ha2 = algorithm.hash(method + ":" + uri);
        String expected = algorithm.hash(String.join(":", ha1, nonce, nc, cnonce, "auth", ha2));
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII),
                response.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII));
    }

    /** What may be used only once. */
    String use() {
        return nonce + ':' + nc.toLowerCase(Locale.ROOT) + ':' + cnonce;
    }

    private static Optional<Map<String, String>> parameters(String text) {
        Map<String, String> parameters = new HashMap<>();
        Matcher next = PARAMETER.matcher(text);
        int end = 0;
        while (end < text.length() && next.region(end, text.length()).lookingAt()) {
            String value = next.group(2) == null ? next.group(3) : next.group(2).replaceAll("\\\\(.)", "$1");
            if (parameters.put(next.group(1).toLowerCase(Locale.ROOT), value) != null) {
                return Optional.empty();
            }
            end = next.end();
        }
        return end == text.length() ? Optional.of(parameters) : Optional.empty();
    }

    private static Optional<DigestCredentials> from(Map<String, String> given) {
        if (!given.keySet().containsAll(REQUIRED) || !answersOurChallenge(given)) {
            return Optional.empty();
        }
        return DigestAlgorithm.named(given.getOrDefault("algorithm", DigestAlgorithm.MD5.title()))
                .map(algorithm -> from(algorithm, given))
                .filter(DigestCredentials::isWellFormed);
    }

    private static DigestCredentials from(DigestAlgorithm algorithm, Map<String, String> given) {
        return new DigestCredentials(
                algorithm,
                given.getOrDefault("username", ""),
                given.getOrDefault("nonce", ""),
                given.getOrDefault("uri", ""),
                given.getOrDefault("nc", ""),
                given.getOrDefault("cnonce", ""),
                given.getOrDefault("response", ""));
    }

    private static boolean answersOurChallenge(Map<String, String> given) {
        return Ha1.REALM.equals(given.get("realm")) && "auth".equals(given.get("qop"));
    }

    private boolean isWellFormed() {
        return USERNAME.matcher(username).matches()
                && COUNT.matcher(nc).matches()
                && response.length() == algorithm.length()
                && HASH.matcher(response).matches()
                && !cnonce.isEmpty()
                && cnonce.length() <= MAX_CNONCE;
    }

    /** A request line may hold a whole URL, and so may the header. */
    private static String pathAndQuery(String target) {
        String withoutHost = AUTHORITY.matcher(target).replaceFirst("");
        return withoutHost.isEmpty() ? "/" : withoutHost;
    }
}
