package io.keyward.access.gate;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a path asks of its callers; decided by the path alone. */
sealed interface Door {
    /** What the path of a search by name has in the place of a project's id. */
    String BY_NAME = "byName";

    Pattern PROJECT = Pattern.compile("/api/[^/]+/[^/]+/groups/([^/]+)(?:/.*)?");
    Pattern ORGANIZATION = Pattern.compile("/api/[^/]+/[^/]+/orgs/([^/]+)(?:/.*)?");
    Pattern OPEN = Pattern.compile("/api/(?:oauth|atlas/v2/unauth|keyward/v1/hints)/.*");
    Pattern NAMES_NO_PROJECT = Pattern.compile("/api/atlas/v2/groups/" + BY_NAME + "/[^/]+/?");
    String INTERNAL = "/internal/";

    /** Nobody needs to say who they are. */
    record Open() implements Door {}

    /** Only our own services. */
    record Peers() implements Door {}

    /**
     * Holders of credentials.
     *
     * @param groupId what the path has in the place of a project's id, where it has one
     * @param orgId what the path has in the place of an organisation's id, where it has one
     */
    record Holders(Optional<String> groupId, Optional<String> orgId) implements Door {}

    /** Nothing is behind it: matrix parameters and empty segments, which nothing of ours has, would let one resource have two paths. */
    record Wall() implements Door {}

    /** @param path normalised, as the resources are looked up by it */
    static Door of(String path) {
        if (path.contains(";") || path.contains("//")) {
            return new Wall();
        }
        if ((path + "/").startsWith(INTERNAL)) {
            return new Peers();
        }
        if (OPEN.matcher(path).matches()) {
            return new Open();
        }
        boolean byName = NAMES_NO_PROJECT.matcher(path).matches();
        return new Holders(byName ? Optional.empty() : id(PROJECT, path), id(ORGANIZATION, path));
    }

    private static Optional<String> id(Pattern pattern, String path) {
        Matcher matcher = pattern.matcher(path);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
