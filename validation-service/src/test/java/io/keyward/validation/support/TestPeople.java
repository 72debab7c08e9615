package io.keyward.validation.support;

import static io.restassured.RestAssured.given;

import io.keyward.access.Caller;
import io.keyward.access.OrgRole;
import io.keyward.access.ProjectRole;
import io.keyward.access.principal.AccessList;
import io.keyward.access.principal.ApiKey;
import io.keyward.access.principal.Ha1;
import io.keyward.access.principal.Principal;
import io.keyward.atlas.ObjectIds;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;

/** People with an API key and one role in one project. Their public key is their name and the project's id. */
@ApplicationScoped
public class TestPeople {
    private static final String PRIVATE_KEY = "11111111-2222-3333-4444-555555555555";
    private static final String ORGANISATION = "64b0c0ffee64b0c0ffee64b1";

    private final TestKeys keys;

    TestPeople(TestKeys keys) {
        this.keys = keys;
    }

    public void add(String groupId, String who, ProjectRole role) {
        var publicKey = who + groupId;
        var principal = new Principal(
                ObjectIds.next(),
                Caller.Kind.API_KEY,
                publicKey,
                ORGANISATION,
                Set.of(OrgRole.ORG_MEMBER),
                Map.of(groupId, Set.of(role)),
                AccessList.NONE);
        keys.add(publicKey, new ApiKey(principal, Ha1.of(publicKey, PRIVATE_KEY), null));
    }

    /** A request of theirs. */
    public RequestSpecification as(String groupId, String who) {
        return given().auth().digest(who + groupId, PRIVATE_KEY);
    }
}
