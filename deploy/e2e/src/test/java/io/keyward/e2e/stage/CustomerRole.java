package io.keyward.e2e.stage;

import io.keyward.e2e.cloud.Cloud;
import io.keyward.e2e.http.Api;
import io.keyward.e2e.http.Reply;
import java.util.List;

/** The role in the tenant's account that lets exactly one project in. */
final class CustomerRole {
    private final Cloud cloud;
    private final String name;
    private final String id;
    private final String ourAccount;
    private final String externalId;

    private CustomerRole(Cloud cloud, String name, Reply created) {
        this.cloud = cloud;
        this.name = name;
        id = created.at("/roleId");
        ourAccount = created.at("/atlasAWSAccountArn");
        externalId = created.at("/atlasAssumedRoleExternalId");
    }

    /** Makes it in both worlds and has it authorised; {@code access} is the path of the project's cloud provider access. */
    static CustomerRole authorized(Api api, String access, Cloud cloud, String name) {
        Reply created = Reply.insist(() -> api.post(access, "{\"providerName\":\"AWS\"}"))
                .expect(200);
        CustomerRole role = new CustomerRole(cloud, name, created);
        String arn = cloud.createRole(name, role.ourAccount, role.externalId);
        String body = "{\"providerName\":\"AWS\",\"iamAssumedRoleArn\":\"%s\"}".formatted(arn);
        Reply.insist(() -> api.patch(access + "/" + role.id, body)).expect(200);
        return role;
    }

    /** Keyward's id of it. */
    String id() {
        return id;
    }

    void allow(String keyArn, String... actions) {
        allow(List.of(keyArn), actions);
    }

    /** The same with several keys. */
    void allow(List<String> keyArns, String... actions) {
        cloud.allow(name, keyArns, actions);
    }

    void distrust() {
        cloud.trust(name, ourAccount, "somebody-else");
    }

    void trustAgain() {
        cloud.trust(name, ourAccount, externalId);
    }
}
