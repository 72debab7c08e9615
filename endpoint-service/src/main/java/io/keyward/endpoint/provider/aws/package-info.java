/**
 * Private endpoints on AWS: interface endpoints of EC2 to KMS, in networks of our own account. Which network serves whom is read from
 * {@link io.keyward.endpoint.provider.aws.AwsEndpointConfig}; what EC2 answers is classed in
 * {@link io.keyward.endpoint.provider.aws.AwsEndpointFailures}, what it shows in {@link io.keyward.endpoint.provider.aws.AwsSightings}.
 */
@NullMarked
package io.keyward.endpoint.provider.aws;

import org.jspecify.annotations.NullMarked;
