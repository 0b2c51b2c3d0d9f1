package org.harmregistry.reports.template;

import java.util.Locale;

import org.harmregistry.reports.definition.domain.DefinitionContent;
import org.harmregistry.reports.definition.domain.ReportPeriod;
import org.harmregistry.reports.wording.Wording;

/**
 * What an edition is called in one language.
 *
 * @param text the report's title and the period
 * @param period the period alone
 */
public record EditionTitle(String text, String period) {

    public static EditionTitle of(DefinitionContent definition, ReportPeriod period, Wording wording) {
        String label = period.label() != null ? period.label() : wording.period(period.from(), period.to());
        String title = definition.titleIn(wording.language());
        // A title names its period once.
        return new EditionTitle(plain(title).contains(plain(label)) ? title : wording.text("title", title, label), label);
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[\\p{Pd}]", "-").replaceAll("\\s+", " ");
    }
}
