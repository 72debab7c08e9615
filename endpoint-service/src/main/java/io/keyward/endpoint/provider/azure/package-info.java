/**
 * Private endpoints on Azure: resources of our own subscription, each with a connection to one vault of the customer's, who has to approve it. Which subnet serves
 * whom is read from {@link io.keyward.endpoint.provider.azure.AzureEndpointConfig}; what the resource manager answers is classed in
 * {@link io.keyward.endpoint.provider.azure.AzureEndpointFailures}, what it shows in {@link io.keyward.endpoint.provider.azure.AzureSightings}.
 */
@NullMarked
package io.keyward.endpoint.provider.azure;

import org.jspecify.annotations.NullMarked;
