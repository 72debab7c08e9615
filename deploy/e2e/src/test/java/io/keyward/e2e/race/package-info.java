/** Opposites asked for at the same moment, over and over. */
package io.keyward.e2e.race;
