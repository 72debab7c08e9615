/**
 * Who may do what: policy documents and their evaluation as AWS documents it, for every kind of policy that a denial can name. Pure
 * functions over records; where the policies come from is the business of others.
 */
package io.keyward.simulator.policy;
