package io.keyward.config.access.serviceaccount;

import org.jspecify.annotations.Nullable;

/** Body of POST. */
record SecretRequest(@Nullable Integer secretExpiresAfterHours) {}
