package org.harmregistry.reports.template.dossier;

import java.util.ArrayList;
import java.util.List;

import org.harmregistry.reports.document.Block;
import org.harmregistry.reports.document.Section;
import org.harmregistry.reports.figure.Figure;
import org.harmregistry.reports.registry.CountRange;
import org.harmregistry.reports.registry.IncidentRecord;
import org.harmregistry.reports.template.FigureSheet;
import org.harmregistry.reports.wording.Wording;

/** How many people were killed and injured, as the registry counts them. */
final class HarmSection {

    private final IncidentEvidence evidence;
    private final FigureSheet sheet;
    private final Wording wording;

    HarmSection(IncidentEvidence evidence, FigureSheet sheet) {
        this.evidence = evidence;
        this.sheet = sheet;
        this.wording = evidence.wording();
    }

    Section write() {
        IncidentRecord.Harm harm = evidence.incident().harm();
        IncidentRecord.People killed = harm == null ? null : harm.killed();
        IncidentRecord.People injured = harm == null ? null : harm.injured();
        List<String> civilians = List.of(figure("killed", killed == null ? null : killed.civilians()),
                figure("injured", injured == null ? null : injured.civilians()));
        List<Block> blocks = new ArrayList<>(List.of(Block.figures(civilians)));
        List<String> parts = new ArrayList<>();
        parts("killed", killed, parts);
        parts("injured", injured, parts);
        if (!parts.isEmpty()) {
            blocks.add(Block.heading(wording.text("dossier.of_which")));
            blocks.add(Block.figures(parts));
        }
        return new Section("harm", wording.text("dossier.harm"), blocks);
    }

    private void parts(String what, IncidentRecord.People people, List<String> keys) {
        if (people != null) {
            part(what + ".children", people.children(), keys);
            part(what + ".women", people.women(), keys);
            part(what + ".men", people.men(), keys);
        }
    }

    private void part(String what, CountRange people, List<String> keys) {
        if (people != null) {
            keys.add(figure(what, people));
        }
    }

    private String figure(String what, CountRange people) {
        return sheet.add(evidence.proves(Figure.named("dossier." + what, wording.text("dossier." + what + ".label"))
                .range(people == null ? null : people.min(), people == null ? null : people.max())
                .counts(wording.text("dossier.counts")).doesNotCount(wording.text("dossier.not"))));
    }
}
