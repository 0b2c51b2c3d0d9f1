/**
 * How the rows of an import become records, alike in every collection but incidents: rows of other systems are matched by their
 * external ids, exported rows by the record and version that they name.
 */
package org.harmregistry.incidents.exchange;
