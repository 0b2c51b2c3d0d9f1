/**
 * Imports of many rows: lines are read, written in batches, and answered with one result per row when the input has ended.
 */
package org.harmregistry.kit.bulk;
