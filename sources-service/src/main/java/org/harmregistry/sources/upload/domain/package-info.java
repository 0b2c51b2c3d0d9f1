/**
 * How far an upload is, and what is done with the bytes that come.
 */
package org.harmregistry.sources.upload.domain;
