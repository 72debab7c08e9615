package io.keyward.local.service;

import java.net.URI;

/**
 * The simulated cloud as the services know it. Who else is in it is the same in every one: {@link io.keyward.simulator.Accounts}.
 *
 * @param endpoint where it answers
 * @param accessKeyId of the product's own principal
 * @param secretAccessKey the secret of that, which opens nothing but a simulator
 */
public record Cloud(URI endpoint, String accessKeyId, String secretAccessKey) {}
