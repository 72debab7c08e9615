/**
 * Private endpoints over HTTP, as Atlas has them: asked for, listed, read and deleted by Project Owners. A new one is admitted by config-service
 * before it is recorded, and a deleted one goes on being shown until its cloud has it no more.
 */
@NullMarked
package io.keyward.endpoint.api;

import org.jspecify.annotations.NullMarked;
