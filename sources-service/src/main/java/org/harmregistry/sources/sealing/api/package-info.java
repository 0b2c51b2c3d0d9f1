/**
 * How it stands with wrapping keys, over HTTP.
 */
package org.harmregistry.sources.sealing.api;
