/**
 * How captures are verified, and what came of it.
 */
package org.harmregistry.sources.capture.domain;
