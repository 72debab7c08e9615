package io.keyward.config.access.apikey;

import io.keyward.access.Caller;
import io.keyward.access.OrgRole;
import java.util.Set;

/** A pair that is to be known from now on. The private key is reduced to its digest hash and sealed before it is stored. */
public record NewApiKey(String orgId, Caller.Kind kind, String publicKey, String privateKey, Set<OrgRole> orgRoles) {

    /** Without the private key. */
    @Override
    public String toString() {
        return "NewApiKey[" + publicKey + ", " + kind + ", org " + orgId + "]";
    }
}
