package io.keyward.config.validation;

/** "Can this role be assumed with this external id?" */
public record RoleQuestion(String groupId, String roleArn, String externalId) {}
