/** The list of operations that the Atlas Administration API has for customer-managed keys, and that Keyward serves each of them. */
package io.keyward.e2e.contract;
