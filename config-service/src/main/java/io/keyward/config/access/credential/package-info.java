/**
 * Credentials of every kind: API keys, service accounts and drivers; what they may do and from where. What authenticates them is kept as
 * sealed digest hashes or plain hashes, never as it was shown. A deleted credential keeps its row, so that its name is never given again.
 */
@NullMarked
package io.keyward.config.access.credential;

import org.jspecify.annotations.NullMarked;
