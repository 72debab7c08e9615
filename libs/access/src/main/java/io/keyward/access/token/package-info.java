/**
 * Tokens of service accounts: JSON Web Tokens signed by keys of config-service, recognised by every service with the public halves alone.
 */
@NullMarked
package io.keyward.access.token;

import org.jspecify.annotations.NullMarked;
