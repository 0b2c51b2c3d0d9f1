/**
 * The public log of what became of editions: a Merkle tree that only ever grows (RFC 6962; C2SP tlog-tiles, tlog-checkpoint).
 */
package org.harmregistry.reports.log;
