/**
 * Kafka and the simulated cloud as processes of their own, which can be killed and frozen like the services: {@link io.keyward.local.outpost.Outpost} is what
 * runs in them, {@link io.keyward.local.outpost.OutpostProcess} holds them from here. A stack that nobody strikes keeps both in the launcher.
 */
@NullMarked
package io.keyward.local.outpost;

import org.jspecify.annotations.NullMarked;
