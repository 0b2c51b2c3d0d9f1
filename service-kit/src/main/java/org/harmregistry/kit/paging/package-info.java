/**
 * Keyset pages and signed cursors.
 */
package org.harmregistry.kit.paging;
