/** What a request asks of a configuration, and what the two make together: pure decisions, provider by provider. */
@NullMarked
package io.keyward.config.encryption.merge;

import org.jspecify.annotations.NullMarked;
