/** The Kubernetes driver: a program that carries out what Keyward asks of clusters of Percona's operator, round after round, and keeps nothing. */
@NullMarked
package io.keyward.driver;

import org.jspecify.annotations.NullMarked;
