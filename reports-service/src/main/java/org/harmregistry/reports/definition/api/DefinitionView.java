package org.harmregistry.reports.definition.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.reports.definition.domain.GateFloors;
import org.harmregistry.reports.definition.domain.PublicationRule;
import org.harmregistry.reports.definition.domain.ReportCase;
import org.harmregistry.reports.definition.domain.ReportFilter;
import org.harmregistry.reports.definition.domain.ReportPeriod;
import org.harmregistry.reports.definition.domain.ReportSchedule;
import org.harmregistry.reports.definition.domain.StoredDefinition;
import org.harmregistry.reports.definition.domain.TemplateName;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A definition as it is shown.
 *
 * @param id the record's id in feeds
 * @param version from 1
 */
@Schema(name = "Definition")
public record DefinitionView(UUID id, String slug, TemplateName template, String title, Map<String, String> titles,
        ReportFilter filter,
        List<String> languages, List<ReportPeriod> periods, PublicationRule publication,
        @JsonProperty("case") ReportCase caseFile, GateFloors gate, ReportSchedule schedule,
        String organisation, long version, Instant recordedAt, Instant updatedAt) {

    static DefinitionView of(StoredDefinition stored) {
        var content = stored.content();
        return new DefinitionView(stored.id(), content.slug(), content.template(), content.title(), content.titles(),
                content.filter(), content.languagesOrDefault(), content.periods(), content.publication(), content.caseFile(),
                content.gate(), content.schedule(),
                stored.organisation(), stored.version(), stored.recordedAt(), stored.updatedAt());
    }
}
