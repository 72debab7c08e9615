package io.keyward.config.validation;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * "Can this key be used?"
 *
 * @param provider {@code AWS}
 * @param key a full ARN, or a key id to be looked up in the role's own account
 * @param region as the provider spells it, for example {@code us-east-1}
 * @param privateNetworking whether the wanted configuration asks for private networking; left out when it does not
 */
public record KeyQuestion(
        String groupId,
        String provider,
        String key,
        String region,
        String roleArn,
        String externalId,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean privateNetworking) {}
