/**
 * Who may do what. Below: the credentials that people and programs call with, their roles and access lists, and the tokens that are
 * made for them.
 */
@NullMarked
package io.keyward.config.access;

import org.jspecify.annotations.NullMarked;
