/** What a cloud has to be able to do for private endpoints, and nothing of how: one package below for each cloud. */
@NullMarked
package io.keyward.endpoint.provider;

import org.jspecify.annotations.NullMarked;
