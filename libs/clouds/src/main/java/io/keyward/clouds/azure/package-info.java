/** How Azure is reached: its clouds and their hosts, tokens of applications, and requests to vaults. */
@NullMarked
package io.keyward.clouds.azure;

import org.jspecify.annotations.NullMarked;
