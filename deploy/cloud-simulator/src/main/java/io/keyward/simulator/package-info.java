/**
 * Clouds on the wire: a server that answers as the key services of AWS, Azure and Google do, error codes and their wording included, so that the product
 * and its users can be tried with ordinary SDKs and nothing else. This package starts and stops it; the services are in the packages below.
 */
package io.keyward.simulator;
