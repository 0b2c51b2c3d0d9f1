/**
 * Files that come in parts over bad lines, by the open protocol tus 1.0.
 */
package org.harmregistry.sources.upload;
