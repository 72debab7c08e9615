/**
 * Service accounts: programs that exchange a secret for short-lived tokens. A secret is shown in the answer that makes it, and kept as a
 * hash. Two live at once, so that one is replaced without a gap.
 */
@NullMarked
package io.keyward.config.access.serviceaccount;

import org.jspecify.annotations.NullMarked;
