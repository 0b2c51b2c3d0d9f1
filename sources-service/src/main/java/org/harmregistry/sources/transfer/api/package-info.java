/**
 * Transfers over HTTP.
 */
package org.harmregistry.sources.transfer.api;
