package io.keyward.local.tls;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key pair to be made, with its certificate.
 *
 * @param name the certificate's subject
 * @param life whole days
 * @param extensions as keytool's option {@code -ext} takes them
 * @param signer alias of the key that signs, in the same store; null when it signs itself
 */
record CertificateOrder(
        String alias,
        String name,
        Instant from,
        Duration life,
        List<String> extensions,
        @Nullable String signer) {}
