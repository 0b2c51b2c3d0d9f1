package org.harmregistry.sources.citation.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.sources.source.domain.Independence;
import org.harmregistry.sources.source.domain.Reliability;
import org.harmregistry.sources.source.domain.Source;
import org.harmregistry.sources.source.domain.SourceContent;

@Schema(name = "SourceStanding", description = "What of the cited source tells how much the citation weighs: sources that repeat "
        + "one another, or have the same canonical key, are not independent.")
public record SourceStanding(
        @Schema(description = "The source that the cited one repeats.") Independence independence,
        @Schema(description = "The same for all records of one publication; absent where nothing tells.") String canonicalKey,
        @Schema(description = "Admiralty scale: A completely reliable to E unreliable, F cannot be judged.") Reliability reliability,
        @Schema(minimum = "1", maximum = "6", description = "Admiralty scale: 1 confirmed to 5 improbable, 6 cannot be judged.") Integer credibility) {

    static SourceStanding of(Source source, Caller reader) {
        SourceContent content = source.contentFor(reader);
        return new SourceStanding(content.independence(), source.canonicalKey(), content.reliability(), content.credibility());
    }
}
