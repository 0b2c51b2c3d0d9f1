/**
 * CSV (RFC 4180) with a row of HXL tags: how a record's JSON becomes a line, and a line the same JSON again.
 */
package org.harmregistry.kit.csv;
