package io.keyward.config.validation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** "Does this role let us in?" */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "provider")
@JsonSubTypes({
    @Type(value = RoleQuestion.Aws.class, name = "AWS"),
    @Type(value = RoleQuestion.Azure.class, name = "AZURE"),
    @Type(value = RoleQuestion.Google.class, name = "GCP")
})
public sealed interface RoleQuestion {

    /** The project that wants to use it. */
    String groupId();

    /** "Can this role be assumed with this external id?" */
    record Aws(String groupId, String roleArn, String externalId) implements RoleQuestion {}

    /** "Is our application let into this tenant, as this service principal?" */
    record Azure(String groupId, String tenantId, String servicePrincipalId) implements RoleQuestion {}

    /** "Can we become this account of ours?" */
    record Google(String groupId, String serviceAccount) implements RoleQuestion {}
}
