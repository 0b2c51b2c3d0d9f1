/**
 * Examinations: every file that comes in is inspected, verified by its own proofs, and copied for work, by a claimed job.
 */
package org.harmregistry.sources.examination;
