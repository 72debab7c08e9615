/**
 * {@code ./keyward bench endpoints}: what watching over many endpoints costs, in calls of the cloud, statements of the database and processor time. The
 * endpoints are put into the database and the simulated cloud directly, as copies of one that was made through the API.
 */
@NullMarked
package io.keyward.local.bench.endpoint;

import org.jspecify.annotations.NullMarked;
