/** A look into the databases of a stack from outside: what chaos and the benches make, count and compare there. */
@NullMarked
package io.keyward.local.database;

import org.jspecify.annotations.NullMarked;
