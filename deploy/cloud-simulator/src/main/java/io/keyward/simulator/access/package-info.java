/**
 * From a signed request to a caller, and from a caller to a yes or no: signatures and session tokens are checked here, the policies
 * that apply are collected here, and a refusal gets its AWS wording here.
 */
package io.keyward.simulator.access;
