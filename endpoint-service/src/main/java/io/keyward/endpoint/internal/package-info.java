/**
 * For config-service, on the internal port: closes a project to new endpoints while its private networking is taken down, and says which endpoints
 * there are.
 */
@NullMarked
package io.keyward.endpoint.internal;

import org.jspecify.annotations.NullMarked;
