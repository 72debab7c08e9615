package io.keyward.validation.hint.google;

import org.jspecify.annotations.Nullable;

/**
 * What an entry of the audit log tells, as far as it matters here. Everything that it names was said by whoever sent it, and proves nothing.
 *
 * @param service for example {@code cloudkms.googleapis.com}
 * @param method last part of the name of what was called, for example {@code DestroyCryptoKeyVersion}
 * @param resource name of what it was called upon, for example {@code projects/tenant/locations/global/keyRings/r/cryptoKeys/k}; null when it is not said
 * @param refused whether the call was refused, so that nothing changed
 */
record GoogleHint(String service, String method, @Nullable String resource, boolean refused) {}
