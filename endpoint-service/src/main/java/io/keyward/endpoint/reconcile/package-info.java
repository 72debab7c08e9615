/**
 * Brings the cloud to what is wanted: {@link io.keyward.endpoint.reconcile.EndpointReconciler} claims the regions that are due, and
 * {@link io.keyward.endpoint.reconcile.RegionRound} looks at one, decides, records, and only then asks the cloud for something. A crash at any
 * point repeats the same look and the same request.
 */
@NullMarked
package io.keyward.endpoint.reconcile;

import org.jspecify.annotations.NullMarked;
