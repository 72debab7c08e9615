/**
 * Network containers, which is what Atlas calls the network that a project's nodes share in a region. Clients look them up after they made
 * a cluster; here each follows from where the project has nodes.
 */
@NullMarked
package io.keyward.config.cluster.container;

import org.jspecify.annotations.NullMarked;
