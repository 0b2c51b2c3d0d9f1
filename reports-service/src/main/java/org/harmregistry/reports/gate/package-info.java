/**
 * The gate before anything leaves: rules over what is about to be published and what stands behind it. Each rule is a pure
 * function; what it needs to know is collected before.
 */
package org.harmregistry.reports.gate;
