package io.keyward.config.validation;

/**
 * "Can this key be used?"
 *
 * @param provider {@code AWS}
 * @param key a full ARN, or a key id to be looked up in the role's own account
 * @param region as the provider spells it, for example {@code us-east-1}
 * @param privateNetworking whether the wanted configuration asks for private networking
 */
public record KeyQuestion(
        String groupId,
        String provider,
        String key,
        String region,
        String roleArn,
        String externalId,
        boolean privateNetworking) {}
