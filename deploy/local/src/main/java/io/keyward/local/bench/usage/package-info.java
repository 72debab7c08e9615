/** What a stack uses while it is measured: processor time and memory as the operating system tells them, statements as PostgreSQL counts them. */
@NullMarked
package io.keyward.local.bench.usage;

import org.jspecify.annotations.NullMarked;
