/**
 * What makes two sources alike, and what people said of a pair.
 */
package org.harmregistry.sources.duplicate.domain;
