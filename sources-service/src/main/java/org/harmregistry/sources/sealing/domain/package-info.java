/**
 * Keys of sources and the texts sealed under them.
 */
package org.harmregistry.sources.sealing.domain;
