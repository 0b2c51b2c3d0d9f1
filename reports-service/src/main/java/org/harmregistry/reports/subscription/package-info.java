/**
 * Who wants to be told of what becomes of editions, and how.
 */
package org.harmregistry.reports.subscription;
