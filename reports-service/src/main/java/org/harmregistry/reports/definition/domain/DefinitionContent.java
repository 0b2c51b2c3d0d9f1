package org.harmregistry.reports.definition.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.reports.wording.Languages;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a publisher says of a report.
 *
 * @param slug the report's name in addresses
 * @param template how it is made
 * @param title its title, up to 300 characters
 * @param titles its title in further languages, by language; the title stands where there is none
 * @param filter which records it counts
 * @param languages languages of its editions
 * @param periods its periods; each is due as soon as the definition is stored
 * @param publication who lets an edition out
 * @param caseFile the case that it opens with
 * @param gate what the gate holds its editions to
 * @param schedule when it is made by itself, beside the listed periods
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DefinitionContent(
        String slug,
        TemplateName template,
        String title,
        Map<String, String> titles,
        ReportFilter filter,
        List<String> languages,
        List<ReportPeriod> periods,
        PublicationRule publication,
        @JsonProperty("case") ReportCase caseFile,
        GateFloors gate,
        ReportSchedule schedule) {

    private static final int MAX_SLUG = 100;
    private static final int MAX_TITLE = 300;
    private static final int MAX_PERIODS = 600;

    /** Refuses what no report can be made from. */
    public void check() {
        require("/slug", slug);
        require("/template", template);
        require("/title", title);
        if (schedule == null) {
            require("/periods", periods);
        }
        if (slug.length() > MAX_SLUG || !slug.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw Failure.at(CommonFailure.INVALID_VALUE, "/slug",
                    "A slug has lower-case letters, digits and single hyphens, at most " + MAX_SLUG + " of them.");
        }
        if (title.isBlank() || title.length() > MAX_TITLE) {
            throw Failure.at(CommonFailure.TEXT_TOO_LONG, "/title", "A title has 1 to " + MAX_TITLE + " characters.");
        }
        checkPeriods();
        TemplateRules.check(this);
        ReportLanguages.check(languagesOrDefault(), titles);
    }

    private void checkPeriods() {
        if (periods().isEmpty() && schedule == null || periods().size() > MAX_PERIODS) {
            throw Failure.at(DefinitionFailure.PERIODS_MISSING, "/periods",
                    "List 1 to " + MAX_PERIODS + " periods, or give a schedule.");
        }
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < periods().size(); i++) {
            require("/periods/" + i, periods().get(i));
            if (!keys.add(periods().get(i).key())) {
                throw Failure.at(DefinitionFailure.PERIOD_REPEATED, "/periods/" + i, "This period is listed twice.");
            }
        }
    }

    private static void require(String pointer, Object value) {
        if (value == null) {
            throw Failure.at(CommonFailure.MISSING_FIELD, pointer, "This field is required.");
        }
    }

    /** The listed periods; none where only a schedule tells them. */
    public List<ReportPeriod> periods() {
        return periods == null ? List.of() : periods;
    }

    /** Which records it counts; all of them unless it says otherwise. */
    public ReportFilter filterOrNone() {
        return filter == null ? ReportFilter.NONE : filter;
    }

    public List<String> languagesOrDefault() {
        return languages == null || languages.isEmpty() ? List.of(Languages.DEFAULT) : languages;
    }

    /** The title in a language, or the one that stands for all. */
    public String titleIn(String language) {
        return titles == null ? title : titles.getOrDefault(language, title);
    }

    /** The case, or one that says nothing. */
    public ReportCase caseOrNone() {
        return caseFile == null ? ReportCase.NONE : caseFile;
    }

    /** The rule of publication; unattended unless it says otherwise. */
    public PublicationRule publicationOrDefault() {
        return publication == null ? PublicationRule.DEFAULT : publication;
    }

    /** The floors of the gate, or none. */
    public GateFloors gateOrNone() {
        return gate == null ? GateFloors.NONE : gate;
    }

    DefinitionContent withSlug(String name) {
        return new DefinitionContent(name, template, title, titles, filter, languages, periods, publication, caseFile, gate,
                schedule);
    }
}
