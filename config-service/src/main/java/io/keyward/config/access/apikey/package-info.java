/**
 * API keys: pairs for HTTP Digest. The private half is shown in the answer that makes it, and reduced to digest hashes before it is stored.
 */
@NullMarked
package io.keyward.config.access.apikey;

import org.jspecify.annotations.NullMarked;
