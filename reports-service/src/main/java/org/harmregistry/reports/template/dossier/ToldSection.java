package org.harmregistry.reports.template.dossier;

import java.util.ArrayList;
import java.util.List;

import org.harmregistry.reports.document.Block;
import org.harmregistry.reports.document.Fact;
import org.harmregistry.reports.document.Section;
import org.harmregistry.reports.registry.Allegation;
import org.harmregistry.reports.wording.Wording;

/** What the party was told of the incident before, and what it made of it. */
final class ToldSection {

    private final DossierEvidence evidence;
    private final Wording wording;

    ToldSection(DossierEvidence evidence) {
        this.evidence = evidence;
        this.wording = evidence.order().wording();
    }

    Section write() {
        List<Block> blocks = new ArrayList<>();
        if (evidence.allegations().isEmpty()) {
            blocks.add(Block.paragraph(wording.text("told.none", evidence.party().nameIn(wording.language()))));
        } else {
            blocks.add(Block.facts(evidence.allegations().stream().map(this::fact).toList()));
        }
        return new Section("told", wording.text("told.heading", evidence.party().nameIn(wording.language())), blocks);
    }

    private Fact fact(Allegation allegation) {
        Object received = allegation.receivedOn() == null ? wording.text("not_stated") : allegation.receivedOn();
        String reference = allegation.reference() == null ? wording.text("not_stated") : allegation.reference();
        List<String> said = new ArrayList<>();
        if (allegation.claim() != null) {
            said.add(wording.apart(allegation.claim()));
        }
        said.add(wording.text("told.state", wording.word("allegation_state", allegation.state()),
                allegation.stateOn() == null ? wording.text("not_stated") : allegation.stateOn()));
        if (allegation.conceded() != null) {
            said.add(wording.text("told.conceded", conceded(allegation.conceded().killed()),
                    conceded(allegation.conceded().injured())));
        }
        return new Fact(wording.text("told.item", received, wording.word("allegation_channel", allegation.channel()),
                reference), String.join(" ", said), null, evidence.told().link(allegation.source()));
    }

    private String conceded(Allegation.Count count) {
        if (count == null) {
            return wording.text("not_stated");
        }
        return count.min() == null && count.max() == null && count.words() != null ? wording.text("words", count.words())
                : wording.range(count.min(), count.max());
    }
}
