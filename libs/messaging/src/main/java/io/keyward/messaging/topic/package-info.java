/** The topics that a service owns: it creates them as they have to be, and refuses to work with others. */
@NullMarked
package io.keyward.messaging.topic;

import org.jspecify.annotations.NullMarked;
