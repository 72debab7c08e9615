/**
 * What is learned of a key beside whether it works: when it ends, which its description tells with every check, and when it was rotated, which is asked
 * now and then. {@link io.keyward.validation.provider.aws.life.AwsLifeRules} decides, {@link io.keyward.validation.provider.aws.life.AwsKeyLife} asks.
 */
@NullMarked
package io.keyward.validation.provider.aws.life;

import org.jspecify.annotations.NullMarked;
