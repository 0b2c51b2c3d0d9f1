package org.harmregistry.local.loader.client;

/**
 * The answer for one record.
 *
 * @param line its line in what was imported, from 1; 0 for a record sent alone
 * @param id the registry's id of it, or null when refused
 * @param problem why it was refused, else null
 */
public record RecordResult(long line, Result result, String id, Problem problem) {
}
