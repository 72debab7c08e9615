/** The OpenAPI documents of the services as one, which an ingress could not make of them. */
@NullMarked
package io.keyward.local.gateway.document;

import org.jspecify.annotations.NullMarked;
