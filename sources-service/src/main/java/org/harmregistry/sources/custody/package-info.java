/**
 * Custody: who did what with a source and its attachments, in a chain that cannot be changed unnoticed.
 */
package org.harmregistry.sources.custody;
