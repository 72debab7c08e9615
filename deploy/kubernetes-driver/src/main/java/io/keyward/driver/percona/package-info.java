/** What Percona's operator runs, through the API of Kubernetes. */
@NullMarked
package io.keyward.driver.percona;

import org.jspecify.annotations.NullMarked;
