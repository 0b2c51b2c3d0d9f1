/**
 * The right of reply: what a party was asked before a report about it came out, what it answered, and its silence once the time
 * for an answer is over.
 */
package org.harmregistry.reports.reply;
