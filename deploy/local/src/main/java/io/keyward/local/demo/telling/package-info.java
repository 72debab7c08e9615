/** How the story is told: steps with their time, and evidence in lines that people can read. */
@NullMarked
package io.keyward.local.demo.telling;

import org.jspecify.annotations.NullMarked;
