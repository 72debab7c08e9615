/** Clients that share nothing with the services: one in Java that speaks Digest as curl does, and the real curl. */
package io.keyward.e2e.http;
