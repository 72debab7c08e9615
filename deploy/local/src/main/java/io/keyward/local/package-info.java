/**
 * The launcher behind {@code ./keyward}: everything that Keyward needs, on one machine, by one command. {@code stack} starts and stops the
 * parts, {@code gateway} joins the services under one address, {@code walkthrough} tells what to type, {@code demo} tells it by itself.
 */
@NullMarked
package io.keyward.local;

import org.jspecify.annotations.NullMarked;
