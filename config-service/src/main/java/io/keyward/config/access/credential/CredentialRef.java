package io.keyward.config.access.credential;

import io.keyward.access.Caller;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.ObjectIds;
import io.keyward.atlas.Refusal;
import java.util.regex.Pattern;

/**
 * Which credential is meant.
 *
 * @param ref the id of an API key, the client id of a service account
 */
public record CredentialRef(String orgId, Caller.Kind kind, String ref) {
    private static final Pattern CLIENT_ID = Pattern.compile("mdb_sa_id_[0-9a-f]{24}");

    /** Whether this could be a client id, known or not. */
    public static boolean isClientId(String text) {
        return CLIENT_ID.matcher(text).matches();
    }

    public static CredentialRef apiKey(String orgId, String id) {
        return new CredentialRef(orgId, Caller.Kind.API_KEY, id);
    }

    public static CredentialRef serviceAccount(String orgId, String clientId) {
        return new CredentialRef(orgId, Caller.Kind.SERVICE_ACCOUNT, clientId);
    }

    /** Whether there could be one of that name. */
    boolean isPossible() {
        return kind == Caller.Kind.SERVICE_ACCOUNT ? isClientId(ref) : ObjectIds.isValid(ref);
    }

    /** There is none of that name, or none any more. */
    public Refusal notFound() {
        ErrorCode code =
                kind == Caller.Kind.SERVICE_ACCOUNT ? ErrorCode.SERVICE_ACCOUNT_NOT_FOUND : ErrorCode.API_KEY_NOT_FOUND;
        return Refusal.of(code, ref);
    }
}
