/** Bodies that nobody should send, made from the request schemas of our own API document: what they must never do is break or change anything. */
package io.keyward.e2e.fuzz;
