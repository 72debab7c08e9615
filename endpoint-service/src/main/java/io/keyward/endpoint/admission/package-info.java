/**
 * Client of config-service: may this project have an endpoint in that region? Asked before every endpoint is recorded, because the owner of
 * the settings knows and a projection only may know.
 */
@NullMarked
package io.keyward.endpoint.admission;

import org.jspecify.annotations.NullMarked;
