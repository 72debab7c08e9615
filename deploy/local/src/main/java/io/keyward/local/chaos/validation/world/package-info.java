/**
 * Everybody around Keyward: customers in their cloud accounts and before the API, whatever runs the clusters, whoever is mailed and called. None of them gives
 * up: without an answer they ask again, so that what they know in the end is certain. Nothing here shares code with the services.
 */
@NullMarked
package io.keyward.local.chaos.validation.world;

import org.jspecify.annotations.NullMarked;
