/**
 * What a sweep is measured against: a program, in a process of its own, that makes the same calls with nothing but the AWS SDK, and looks at their answers.
 * It knows no leases, no verdicts and no database.
 */
@NullMarked
package io.keyward.local.bench.sweep.loop;

import org.jspecify.annotations.NullMarked;
