package org.harmregistry.incidents.statement;

import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.incidents.record.CountRange;
import org.harmregistry.incidents.record.ExternalId;
import org.harmregistry.incidents.record.Fields;
import org.harmregistry.incidents.record.KnownDay;
import org.harmregistry.incidents.record.RecordContent;
import org.harmregistry.incidents.record.SourceReference;

/** A statement as it is written. */
@Schema(name = "StatementContent", description = "What a party said. Speakers are named by office, never by name")
public record Statement(
        @Schema(required = true) StatementKind kind,
        @Schema(description = "The day on which it was said; known in the world from then on") LocalDate on,
        Channel channel,
        @Schema(description = "What was said, in the registry's own words", maxLength = 10000, required = true) String text,
        @Schema(description = "A short phrase as it was said", maxLength = 2000) String quote,
        @Schema(description = "Language of what was said (BCP 47)", examples = "en") String language,
        @Schema(description = "Who said it, by office", maxLength = 300, examples = "spokesperson") String by,
        @Schema(description = "Civilians killed, where the statement gives a number") CountRange killed,
        @Schema(description = "The words of the statement where it gives no number; never together with killed", maxLength = 300) String words,
        SourceReference source,
        @Schema(maxLength = 10000) String notes,
        List<ExternalId> externalIds) implements RecordContent {

    static final int MAX_QUOTE = 2_000;

    public Statement {
        Fields.required(kind, "/kind");
        Fields.required(text, "/text");
        Fields.day(on, "/on");
        Fields.language(language, "/language");
        externalIds = Fields.list(externalIds, "/externalIds");
    }

    @Override
    public void check() {
        Fields.atMost(Fields.MAX_TEXT, text, "/text");
        Fields.atMost(MAX_QUOTE, quote, "/quote");
        Fields.atMost(Fields.MAX_LINE, by, "/by");
        Fields.atMost(Fields.MAX_TEXT, notes, "/notes");
        ExternalId.check(externalIds);
        SourceReference.check(source);
        CountRange.checkOne(killed, "/killed", words, "/words");
    }

    LocalDate knownOn() {
        return KnownDay.of(on, null);
    }
}
