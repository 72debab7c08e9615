/** Microsoft Graph, as far as an application asks it about itself. */
@NullMarked
package io.keyward.simulator.azure.graph;

import org.jspecify.annotations.NullMarked;
