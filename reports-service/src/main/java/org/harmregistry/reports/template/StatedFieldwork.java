package org.harmregistry.reports.template;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.harmregistry.reports.figure.Figure;
import org.harmregistry.reports.figure.FigureRecords;
import org.harmregistry.reports.figure.RecordVersion;
import org.harmregistry.reports.registry.Source;
import org.harmregistry.reports.wording.Wording;

/** The field work that a published report states of itself, as figures. */
public final class StatedFieldwork {

    private final FigureSheet sheet;
    private final Wording wording;
    private final Instant asOf;
    private final String not;

    /**
     * @param asOf the instant that the report was read at
     * @param not beginning of the keys of the texts that say what each figure does not count
     */
    public StatedFieldwork(FigureSheet sheet, Wording wording, Instant asOf, String not) {
        this.not = not;
        this.sheet = sheet;
        this.wording = wording;
        this.asOf = asOf;
    }

    /** Keys of the figures that the report states; none of what it does not state. */
    public List<String> figures(Source report) {
        List<String> keys = new ArrayList<>();
        if (report.fieldwork() != null) {
            add(keys, report, "sites", report.fieldwork().sitesVisited());
            add(keys, report, "interviews", report.fieldwork().interviews());
            add(keys, report, "families", report.fieldwork().families());
        }
        return keys;
    }

    private void add(List<String> keys, Source report, String what, Long number) {
        if (number == null) {
            return;
        }
        keys.add(sheet.add(Figure.named("case." + what, wording.text("case." + what + ".label")).value(number)
                .counts(wording.text("case." + what + ".counts")).doesNotCount(wording.text(not + what + ".not"))
                .from("/api/v1/sources/" + report.id(), null, asOf)
                .records(new FigureRecords.Named(List.of(new RecordVersion(report.id().toString(), report.version()))))
                .source(report.link())));
    }
}
