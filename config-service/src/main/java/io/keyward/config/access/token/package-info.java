/**
 * Tokens of service accounts: made for a secret, taken back, and what is behind them, for this service and for the others. A token says who
 * its account is; what the account may do is looked up whenever it is used.
 */
@NullMarked
package io.keyward.config.access.token;

import org.jspecify.annotations.NullMarked;
