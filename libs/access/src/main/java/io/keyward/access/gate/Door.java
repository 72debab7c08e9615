package io.keyward.access.gate;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a path asks of its callers; decided by the path alone. */
sealed interface Door {
    Pattern PROJECT = Pattern.compile("/api/[^/]+/[^/]+/groups/([^/]+)(?:/.*)?");
    String INTERNAL = "/internal/";
    Pattern OPEN = Pattern.compile("/api/atlas/v2/unauth/.*");

    /** Nobody needs to say who they are. */
    record Open() implements Door {}

    /** Only our own services. */
    record Peers() implements Door {}

    /**
     * Holders of API keys.
     *
     * @param groupId what the path has in the place of a project's id, where it has one
     */
    record ApiKeys(Optional<String> groupId) implements Door {}

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
        Matcher project = PROJECT.matcher(path);
        return new ApiKeys(project.matches() ? Optional.of(project.group(1)) : Optional.empty());
    }
}
