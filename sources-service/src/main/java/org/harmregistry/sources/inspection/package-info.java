/**
 * Inspection: what a file is by its content, and whether it is safe to open or to hand out under its own type.
 */
package org.harmregistry.sources.inspection;
