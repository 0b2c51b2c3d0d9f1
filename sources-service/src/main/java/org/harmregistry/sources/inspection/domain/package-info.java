/**
 * Rules by which files are inspected: pure functions over bytes, bounded in time, memory and depth.
 */
package org.harmregistry.sources.inspection.domain;
