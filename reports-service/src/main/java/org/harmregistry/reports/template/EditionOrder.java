package org.harmregistry.reports.template;

import java.time.Instant;
import java.util.UUID;

import org.harmregistry.reports.definition.domain.DefinitionContent;
import org.harmregistry.reports.definition.domain.ReportPeriod;
import org.harmregistry.reports.wording.Wording;

/**
 * What is to be made.
 *
 * @param edition the edition that it is for
 * @param definition the report's definition
 * @param period the period it is about
 * @param wording the language it is written in
 * @param asOf the instant that all of its evidence is true of, UTC; each figure says it
 */
public record EditionOrder(UUID edition, DefinitionContent definition, ReportPeriod period, Wording wording,
        Instant asOf) {
}
