/**
 * Resumable uploads over HTTP (tus 1.0).
 */
package org.harmregistry.sources.upload.api;
