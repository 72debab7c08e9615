/** As much of AWS IAM as it takes to make strict roles with ordinary tools: roles, their trust and their inline policies. */
package io.keyward.simulator.iam;
