package org.harmregistry.reports.template.dossier;

import java.util.ArrayList;
import java.util.List;

import org.harmregistry.reports.document.Block;
import org.harmregistry.reports.document.Fact;
import org.harmregistry.reports.document.Section;
import org.harmregistry.reports.registry.Allegation;
import org.harmregistry.reports.template.CitedSources;
import org.harmregistry.reports.wording.Wording;

/** What the party was told of the incident before, and what it made of it. */
final class ToldSection {

    private final Wording wording;
    private final String party;
    private final List<Allegation> allegations;
    private final CitedSources told;

    /**
     * @param party the party's name
     * @param allegations what was claimed to it
     * @param told where the claims are taken from
     */
    ToldSection(Wording wording, String party, List<Allegation> allegations, CitedSources told) {
        this.wording = wording;
        this.party = party;
        this.allegations = allegations;
        this.told = told;
    }

    Section write() {
        return new Section("told", wording.text("told.heading", party), List.of(block()));
    }

    /** What it was told, or that it was told nothing. */
    Block block() {
        return allegations.isEmpty() ? Block.paragraph(wording.text("told.none", party))
                : Block.facts(allegations.stream().map(this::fact).toList());
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
                reference), String.join(" ", said), null, told.link(allegation.source()));
    }

    private String conceded(Allegation.Count count) {
        if (count == null) {
            return wording.text("not_stated");
        }
        return count.min() == null && count.max() == null && count.words() != null ? wording.text("words", count.words())
                : wording.range(count.min(), count.max());
    }
}
