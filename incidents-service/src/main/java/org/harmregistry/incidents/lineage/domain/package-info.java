/**
 * From which records a record came and into which it went: merging what turned out to be one incident, splitting what
 * turned out to be several. Codes and external ids go on to lead to the record that speaks for them.
 */
package org.harmregistry.incidents.lineage.domain;
