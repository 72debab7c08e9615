/**
 * What tests share: real engines that outlive one module's tests, the architecture rules, a reader of events that owes nothing to our own
 * consumers, a clock to turn by hand, and the record of which numbered rule is proved by which test.
 */
@NullMarked
package io.keyward.testkit;

import org.jspecify.annotations.NullMarked;
