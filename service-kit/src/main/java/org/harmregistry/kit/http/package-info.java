/**
 * The edge: strict parameters, body limits, entity tags and preconditions.
 */
package org.harmregistry.kit.http;
