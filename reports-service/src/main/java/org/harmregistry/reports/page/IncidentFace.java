package org.harmregistry.reports.page;

import java.util.List;

import org.harmregistry.reports.document.Credit;

/**
 * An incident as people see it.
 *
 * @param id the incident
 * @param title its title
 * @param lead how accurately it is shown
 * @param sections what is said of it
 * @param credits whose data stand behind it
 * @param editions where it stands
 */
public record IncidentFace(String id, String title, List<String> lead, List<SectionFace> sections, List<Credit> credits,
        List<Edition> editions) {

    public IncidentFace {
        lead = List.copyOf(lead);
        sections = List.copyOf(sections);
        credits = List.copyOf(credits);
        editions = List.copyOf(editions);
    }

    /**
     * @param href its page
     * @param title its title
     * @param period its period
     * @param number its number
     * @param published when it came out
     */
    public record Edition(String href, String title, String period, int number, String published) {
    }
}
