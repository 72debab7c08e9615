package io.keyward.config.organization;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an organisation may be called, and what a change of one comes to. */
public final class OrganizationRules {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}\\-_.(),:&@+' ]{1,64}");

    private OrganizationRules() {}

    /** The name, if it is one; refused with 400 otherwise. */
    public static String requireName(@Nullable String name) {
        if (name == null || name.isBlank()) {
            throw Refusal.of(ErrorCode.MISSING_ATTRIBUTE, "name");
        }
        if (!NAME.matcher(name).matches()) {
            throw Refusal.of(ErrorCode.INVALID_JSON_ATTRIBUTE, "name")
                    .withDetail("An organization's name has 1 to 64 letters, digits, spaces or any of -_.(),:&@+'.");
        }
        return name;
    }

    /** The organisation as it is to be; what the request leaves out stays. */
    static Organization merge(Organization current, OrganizationRequest request) {
        Organization named = request.name() == null ? current : current.named(requireName(request.name()));
        Boolean required = request.apiAccessListRequired();
        return required == null ? named : named.requiringAccessLists(required);
    }
}
