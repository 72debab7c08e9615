/**
 * The OpenAPI documents. Each service describes its own operations in {@code META-INF/openapi.yaml}, by hand and before the code; what is the
 * same for all of them (errors, paging, credentials) is said once here and added when the service is built. Nothing of this runs in a service.
 */
@NullMarked
package io.keyward.atlas.openapi;

import org.jspecify.annotations.NullMarked;
