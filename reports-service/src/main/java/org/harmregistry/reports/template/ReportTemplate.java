package org.harmregistry.reports.template;

import org.harmregistry.reports.definition.domain.TemplateName;
import org.harmregistry.reports.document.ReportDocument;

import io.smallrye.mutiny.Uni;

/** A way to make a report. */
public interface ReportTemplate {

    TemplateName name();

    /**
     * Collects what the report needs and writes it. Fails whole if any part cannot be had: a report is never half.
     */
    Uni<ReportDocument> make(EditionOrder order);
}
