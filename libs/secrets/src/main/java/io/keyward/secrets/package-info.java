/**
 * Sealing of what must never be readable at rest: customers' credentials and the hashes of API keys. The keyset comes from the operator,
 * holds several keys during a rotation, and never lies in the database that holds what it sealed.
 */
@NullMarked
package io.keyward.secrets;

import org.jspecify.annotations.NullMarked;
