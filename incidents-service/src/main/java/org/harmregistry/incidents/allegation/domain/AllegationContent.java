package org.harmregistry.incidents.allegation.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.harmregistry.incidents.record.ExternalId;
import org.harmregistry.incidents.record.Fields;
import org.harmregistry.incidents.record.Period;
import org.harmregistry.incidents.record.RecordContent;
import org.harmregistry.incidents.record.SourceReference;
import org.harmregistry.kit.bulk.RowKey;

/**
 * An allegation as it is written.
 *
 * @param party slug of the party that it was made to; never changed afterwards
 * @param incident the incident that it is about; absent while it is not known which
 * @param channel by which way it reached the party
 * @param channelDetail through whom, at most 300 characters
 * @param receivedOn the day on which the party received it; corrected by correcting the transition to received
 * @param reference the party's own reference, at most 300 characters
 * @param claim what is claimed, at most 10,000 characters
 * @param place where the party says that it was
 * @param occurred when the party says that it was
 * @param source where the allegation was taken from
 * @param externalIds its ids in other systems
 * @param notes the registry's own notes, never public, at most 10,000 characters
 */
public record AllegationContent(String party, UUID incident, AllegationChannel channel, String channelDetail,
        LocalDate receivedOn, String reference, String claim, PartyPlace place, Period occurred, SourceReference source,
        List<ExternalId> externalIds, String notes) implements RecordContent {

    public AllegationContent {
        Fields.required(party, "/party");
        Fields.day(Fields.required(receivedOn, "/receivedOn"), "/receivedOn");
        Fields.name(channelDetail, "/channelDetail");
        Fields.name(reference, "/reference");
        Fields.name(claim, "/claim");
        externalIds = Fields.list(externalIds, "/externalIds");
    }

    @Override
    public void check() {
        Fields.atMost(Fields.MAX_LINE, channelDetail, "/channelDetail");
        Fields.atMost(Fields.MAX_LINE, reference, "/reference");
        Fields.atMost(Fields.MAX_TEXT, claim, "/claim");
        Fields.atMost(Fields.MAX_TEXT, notes, "/notes");
        ExternalId.check(externalIds);
        SourceReference.check(source);
        if (place != null) {
            place.check("/place");
        }
        if (occurred != null) {
            occurred.check("/occurred");
        }
    }

    /** By which ids of other systems it is found. */
    List<RowKey> keys() {
        return ExternalId.keys(externalIds);
    }

    AllegationContent about(UUID other) {
        return new AllegationContent(party, other, channel, channelDetail, receivedOn, reference, claim, place, occurred,
                source,
                externalIds, notes);
    }

    AllegationContent receivedOn(LocalDate day) {
        return new AllegationContent(party, incident, channel, channelDetail, day, reference, claim, place, occurred, source,
                externalIds, notes);
    }

    /** As the party may see it: without the registry's notes, and without the person who went to the party alone. */
    AllegationContent forParty(boolean incidentPublic) {
        String through = channel == AllegationChannel.DIRECT_BY_PERSON ? null : channelDetail;
        return new AllegationContent(party, incidentPublic ? incident : null, channel, through, receivedOn, reference, claim,
                place, occurred, source, externalIds, null);
    }

    /** As everybody may see it: the same, and the place at public accuracy only. */
    AllegationContent forEverybody() {
        AllegationContent shown = forParty(true);
        return new AllegationContent(party, incident, channel, shown.channelDetail, receivedOn, reference, claim,
                PartyPlace.blurred(place), occurred, source, externalIds, null);
    }
}
