package org.harmregistry.reports.definition.domain;

import java.time.temporal.ChronoUnit;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/** What each template asks of a definition beyond what all of them do. */
final class TemplateRules {

    /** Weeks are drawn one by one: about ten years of them can still be looked at. */
    private static final int MOST_WEEKS = 520;

    private TemplateRules() {
    }

    static void check(DefinitionContent content) {
        if (content.template() != TemplateName.INCIDENT_DOSSIER) {
            refuse("/filter/incident", content.filterOrNone().incident(), "This template is not about a single incident.");
        }
        switch (content.template()) {
            case ACKNOWLEDGEMENT_GAP -> party(content);
            case CIVILIAN_CASUALTY_REPORT -> {
                party(content);
                noCase(content);
                months(content);
            }
            case FIELD_INVESTIGATION -> publicationsOnly(content.caseOrNone());
            case INCIDENT_DOSSIER -> {
                party(content);
                noCase(content);
                oneIncident(content);
            }
            case PERIOD_OVERVIEW -> {
                noCase(content);
                weeks(content);
            }
        }
    }

    private static void party(DefinitionContent content) {
        if (content.filterOrNone().party() == null) {
            throw Failure.at(DefinitionFailure.FILTER_INCOMPLETE, "/filter/party", "Name the party whose answers are shown.");
        }
    }

    private static void noCase(DefinitionContent content) {
        if (content.caseFile() != null) {
            throw Failure.at(DefinitionFailure.CASE_NOT_TAKEN, "/case", "This template takes no case.");
        }
    }

    private static void oneIncident(DefinitionContent content) {
        ReportFilter filter = content.filterOrNone();
        if (filter.incident() == null) {
            throw Failure.at(DefinitionFailure.FILTER_INCOMPLETE, "/filter/incident", "Name the incident by its id.");
        }
        String alone = "An incident is selected by its id alone.";
        refuse("/filter/country", filter.country(), alone);
        refuse("/filter/admin1", filter.admin1(), alone);
        refuse("/filter/place", filter.place(), alone);
        refuse("/filter/dataset", filter.dataset(), alone);
        refuse("/filter/gradings", filter.gradings(), alone);
        refuse("/gate/completenessFloor", content.gateOrNone().completenessFloor(),
                "This template counts no set of incidents.");
    }

    private static void refuse(String pointer, Object value, String message) {
        if (value != null) {
            throw Failure.at(CommonFailure.INVALID_VALUE, pointer, message);
        }
    }

    /** Of a case this template takes what was published, and nothing that is counted or followed. */
    private static void publicationsOnly(ReportCase file) {
        String message = "This template takes report, article and letter of a case.";
        refuse("/case/town", file.town(), message);
        refuse("/case/rules", file.rules().isEmpty() ? null : file.rules(), message);
        refuse("/case/knownOn", file.knownOn().isEmpty() ? null : file.knownOn(), message);
        refuse("/case/gapPlace", file.gapPlace(), message);
        refuse("/case/gapPeriod", file.gapPeriod(), message);
        refuse("/case/commitmentDueOn", file.commitmentDueOn(), message);
    }

    private static void months(DefinitionContent content) {
        for (int i = 0; i < content.periods().size(); i++) {
            if (content.periods().get(i).month() == null) {
                throw Failure.at(CommonFailure.INVALID_VALUE, "/periods/" + i,
                        "This template is about months, such as 2018-06.");
            }
        }
        if (content.schedule() != null && content.schedule().period() != SchedulePeriod.MONTH_BEFORE) {
            throw Failure.at(CommonFailure.INVALID_VALUE, "/schedule/period", "This template is about months.");
        }
    }

    private static void weeks(DefinitionContent content) {
        for (int i = 0; i < content.periods().size(); i++) {
            ReportPeriod period = content.periods().get(i);
            if (ChronoUnit.WEEKS.between(period.from(), period.to()) >= MOST_WEEKS) {
                throw Failure.at(CommonFailure.INVALID_VALUE, "/periods/" + i,
                        "This template is about fewer than " + MOST_WEEKS + " weeks.");
            }
        }
    }
}
