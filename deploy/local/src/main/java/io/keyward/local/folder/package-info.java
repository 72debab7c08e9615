/** The folder of one stack: who holds it, its data, its secrets, and the file that tells other programs where the stack is. */
@NullMarked
package io.keyward.local.folder;

import org.jspecify.annotations.NullMarked;
