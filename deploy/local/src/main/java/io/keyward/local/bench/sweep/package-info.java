/**
 * {@code ./keyward bench sweep}: what checking many keys costs, beside a plain loop over the AWS SDK that makes the same calls, in turn and against the same
 * simulated cloud, which is kept to one core. The keys are made in the cloud and in the database directly, as copies of one that came about through the API.
 */
@NullMarked
package io.keyward.local.bench.sweep;

import org.jspecify.annotations.NullMarked;
