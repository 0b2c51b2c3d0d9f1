/**
 * Attachments over HTTP.
 */
package org.harmregistry.sources.attachment.api;
