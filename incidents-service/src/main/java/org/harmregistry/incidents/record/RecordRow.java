package org.harmregistry.incidents.record;

/**
 * One row of an import.
 *
 * @param party slug of the party below which the record lies; {@code null} if this kind lies below none
 * @param content what it says
 */
record RecordRow<C>(String party, C content) {
}
