package io.keyward.validation.keyuse;

import java.util.List;
import java.util.Set;

/**
 * What a hint from outside is about. It names things as the provider's own events do; a name that no key use of the project goes by concerns nobody.
 *
 * @param keys each an ARN or a bare key id. A multi-Region key is the same key in all its regions, whichever of them is named
 * @param roles each an ARN or a bare name of a role that keys are used as
 */
public record Hinted(Set<String> keys, Set<String> roles) {

    public Hinted {
        keys = Set.copyOf(keys);
        roles = Set.copyOf(roles);
    }

    /** One key. */
    public static Hinted key(String key) {
        return new Hinted(Set.of(key), Set.of());
    }

    /** One role. */
    public static Hinted role(String role) {
        return new Hinted(Set.of(), Set.of(role));
    }

    /** The bare ids of the keys, which are the same in all regions. */
    List<String> keyIds() {
        return keys.stream().map(Hinted::lastPart).distinct().toList();
    }

    private static String lastPart(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
