/**
 * Counts, the rule that derives them and its codebook over HTTP.
 */
package org.harmregistry.incidents.count.api;
