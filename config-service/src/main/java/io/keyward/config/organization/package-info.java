/**
 * Organisations and their members. The first one comes from configuration, at first start.
 */
@NullMarked
package io.keyward.config.organization;

import org.jspecify.annotations.NullMarked;
