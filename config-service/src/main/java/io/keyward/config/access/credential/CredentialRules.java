package io.keyward.config.access.credential;

import io.keyward.access.OrgRole;
import io.keyward.access.ProjectRole;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a credential can be, and which one has to stay. */
public final class CredentialRules {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private CredentialRules() {}

    /**
     * Somebody can go on managing the organisation: refused with 409 when the last credential that owns it, and can still prove that it does,
     * is to go, to lose the role, its last secret, or the access list without which it may not be used.
     *
     * @param after empty when the credential goes
     * @param otherOwners how many others own the organisation and can prove it
     * @param listed whether the organisation insists on access lists
     */
    static void requireOwner(
            Credential before, Optional<Settings> after, long otherOwners, boolean listed, Instant now) {
        Settings current = before.settings();
        boolean ceases = current.isOwner() && !after.map(Settings::isOwner).orElse(false);
        boolean falls = before.actsAsOwner(current, listed, now)
                && !after.map(settings -> before.actsAsOwner(settings, listed, now))
                        .orElse(false);
        if ((ceases || falls) && otherOwners == 0) {
            throw Refusal.of(ErrorCode.CANNOT_REMOVE_LAST_OWNER, before.publicName(), before.orgId());
        }
    }

    /** Roles in the organisation, at least one. */
    public static Set<OrgRole> requireOrgRoles(@Nullable Set<OrgRole> roles) {
        return requireSome(roles);
    }

    /** Roles in a project, at least one. */
    public static Set<ProjectRole> requireProjectRoles(@Nullable Set<ProjectRole> roles) {
        return requireSome(roles);
    }

    /** A text for people that has to be there. */
    public static String requireText(String attribute, @Nullable String text, int max) {
        if (text == null || text.isBlank()) {
            throw Refusal.of(ErrorCode.MISSING_ATTRIBUTE, attribute);
        }
        return text(attribute, text, max);
    }

    /** A text for people that fits. */
    public static String text(String attribute, String text, int max) {
        if (text.length() > max || CONTROL.matcher(text).find()) {
            throw Refusal.of(ErrorCode.INVALID_JSON_ATTRIBUTE, attribute)
                    .withDetail("The value of " + attribute + " has at most " + max
                            + " characters, all of them printable.");
        }
        return text;
    }

    private static <T> Set<T> requireSome(@Nullable Set<T> roles) {
        if (roles == null || roles.isEmpty()) {
            throw Refusal.of(ErrorCode.MISSING_ATTRIBUTE, "roles").withField("roles", "must name at least one role");
        }
        return roles;
    }
}
