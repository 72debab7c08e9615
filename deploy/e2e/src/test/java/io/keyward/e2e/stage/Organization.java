package io.keyward.e2e.stage;

import io.keyward.e2e.http.Api;

/**
 * An organisation of tenants.
 *
 * @param owner the API, called by its owner
 */
public record Organization(Api owner, String id) {}
