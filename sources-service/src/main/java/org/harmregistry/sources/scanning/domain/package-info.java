/**
 * What a scanner is asked.
 */
package org.harmregistry.sources.scanning.domain;
