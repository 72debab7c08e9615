/**
 * Google Cloud, as far as a key of Cloud KMS needs it: the token endpoint, impersonation, Cloud KMS over HTTP and JSON. It keeps its rows in sections of the one
 * state file and answers at Google's host names.
 */
package io.keyward.simulator.google;
