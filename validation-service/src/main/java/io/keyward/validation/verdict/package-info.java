/**
 * What we hold of a key, and how one more check changes it. {@link io.keyward.validation.verdict.VerdictRules} is pure: no clock, no store,
 * no cloud. A check is an observation; a verdict is what is believed after enough of them, and only a
 * {@link io.keyward.validation.verdict.Verdict.Revoked} stops clusters.
 */
@NullMarked
package io.keyward.validation.verdict;

import org.jspecify.annotations.NullMarked;
