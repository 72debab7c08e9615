package io.keyward.e2e.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyward.e2e.http.Api;
import io.keyward.e2e.http.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;

/** Makes API keys and service accounts in an organisation, and calls as their holders. */
final class Credentials {
    private static final String OURS = "/api/keyward/v1";
    private static final int HOURS = 8;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Api owner;
    private final String orgId;

    /** @param owner an owner of the organisation */
    Credentials(Api owner, String orgId) {
        this.owner = owner;
        this.orgId = orgId;
    }

    /**
     * A key pair.
     *
     * @param caller whoever holds it
     */
    record Key(String id, Api caller) {}

    /** A service account and its first secret. */
    record Account(String clientId, String secret) {}

    Key apiKey(Collection<String> orgRoles) {
        JsonNode created = owner.post(org("/apiKeys"), json(Map.of("desc", "made by a scenario", "roles", orgRoles)))
                .expect(201)
                .json();
        return new Key(
                created.path("id").asText(),
                owner.as(
                        created.path("publicKey").asText(),
                        created.path("privateKey").asText()));
    }

    Key apiKey(Collection<String> orgRoles, String groupId, Collection<String> projectRoles) {
        Key key = apiKey(orgRoles);
        grant(key, groupId, projectRoles).expect(200);
        return key;
    }

    /** From now on the key has these roles in the project, and no others. */
    Reply grant(Key key, String groupId, Collection<String> projectRoles) {
        return owner.put(OURS + "/groups/" + groupId + "/apiKeys/" + key.id(), json(Map.of("roles", projectRoles)));
    }

    /** From now on the key has nothing to do with the project. */
    void withdraw(Key key, String groupId) {
        owner.delete(OURS + "/groups/" + groupId + "/apiKeys/" + key.id()).expect(204);
    }

    void delete(Key key) {
        owner.delete(org("/apiKeys/" + key.id())).expect(204);
    }

    Account serviceAccount(Collection<String> orgRoles, String groupId, Collection<String> projectRoles) {
        Map<String, Object> wanted = Map.of(
                "name",
                "a program",
                "description",
                "made by a scenario",
                "roles",
                orgRoles,
                "secretExpiresAfterHours",
                HOURS);
        JsonNode created =
                owner.post(org("/serviceAccounts"), json(wanted)).expect(201).json();
        String clientId = created.path("clientId").asText();
        owner.put(OURS + "/groups/" + groupId + "/serviceAccounts/" + clientId, json(Map.of("roles", projectRoles)))
                .expect(200);
        return new Account(clientId, created.at("/secrets/0/secret").asText());
    }

    void delete(Account account) {
        owner.delete(org("/serviceAccounts/" + account.clientId())).expect(204);
    }

    /** A token for the account, minted now. */
    String token(Account account) {
        return oauth(account, "token", "grant_type=client_credentials")
                .expect(200)
                .at("/access_token");
    }

    void revoke(Account account, String token) {
        oauth(account, "revoke", "token=" + token + "&token_type_hint=access_token")
                .expect(200);
    }

    private Reply oauth(Account account, String what, String form) {
        String pair = account.clientId() + ":" + account.secret();
        String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return owner.sendForm("/api/oauth/" + what, form, "Basic " + basic);
    }

    private String org(String path) {
        return OURS + "/orgs/" + orgId + path;
    }

    static String json(Map<String, ?> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("fields can be written", e);
        }
    }
}
