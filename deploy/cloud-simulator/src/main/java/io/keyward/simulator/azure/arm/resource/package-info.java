/** The operations of the resource manager, grouped by the resources that they are about. They begin when the caller has been let in. */
package io.keyward.simulator.azure.arm.resource;
