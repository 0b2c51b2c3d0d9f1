package org.harmregistry.sources.source.api;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.archive.Content;
import org.harmregistry.sources.source.domain.ExternalId;
import org.harmregistry.sources.source.domain.Fieldwork;
import org.harmregistry.sources.source.domain.Independence;
import org.harmregistry.sources.source.domain.Medium;
import org.harmregistry.sources.source.domain.PublishedOn;
import org.harmregistry.sources.source.domain.Reliability;
import org.harmregistry.sources.source.domain.Sensitivity;
import org.harmregistry.sources.source.domain.SourceContent;
import org.harmregistry.sources.source.domain.SourceDraft;
import org.harmregistry.sources.source.domain.SourceKind;
import org.harmregistry.sources.source.domain.SourceText;
import org.harmregistry.sources.source.domain.WebAddress;

@Schema(name = "SourceRequest", description = "What a client says of a source; what is absent is unknown.")
public record SourceRequest(
        @Schema(description = "Ids in other systems, at most 20, each unique within the organisation.") List<ExternalId> externalIds,
        @Schema(required = true, description = "What the source is.") SourceKind kind,
        @Schema(required = true, maxLength = 1000, description = "The title as published.") String title,
        @Schema(maxLength = 2000, format = "uri", description = "Where it was published; http or https.") String url,
        @Schema(maxLength = 2000, format = "uri", description = "Where a capture of the page is kept; http or https.") String archivedUrl,
        @Schema(maxLength = 300, description = "The office or body that speaks.") String publisher,
        @Schema(maxLength = 300, description = "The author as printed.") String author,
        @Schema(description = "When it was published; date is absent if and only if precision is unknown.") PublishedOn publishedOn,
        @Schema(description = "Language of the original, BCP 47.") String language,
        @Schema(description = "Through what the source speaks.") Medium medium,
        @Schema(description = "Its texts, at most 50; the words are kept in the archive under their digest.") List<TextRequest> texts,
        @Schema(description = "Admiralty scale: A completely reliable to E unreliable, F cannot be judged.") Reliability reliability,
        @Schema(minimum = "1", maximum = "6", description = "Admiralty scale: 1 confirmed to 5 improbable, 6 cannot be judged.") Integer credibility,
        @Schema(description = "Named where the source says again what another one says.") Independence independence,
        @Schema(description = "What a reader should be warned of.") List<Sensitivity> sensitivity,
        @Schema(description = "Counts of field work that a report states, 0 to 1,000,000 each; only of kind report.") Fieldwork fieldwork,
        @Schema(pattern = "^[a-z0-9][a-z0-9-]{0,99}$", description = "The data set that the record was taken from.") String dataset,
        @Schema(maxLength = 200, description = "Licence of the record, as SPDX identifier where there is one.") String licence,
        @Schema(maxLength = 500, description = "The credit that the licence asks for.") String attribution) {

    /** A source in the form in which it can be written again: of texts the digests alone. */
    static SourceRequest from(SourceContent content) {
        return new SourceRequest(content.externalIds(), content.kind(), content.title(), value(content.url()),
                value(content.archivedUrl()), content.publisher(), content.author(), content.publishedOn(), content.language(),
                content.medium(),
                content.texts().stream().map(text -> new TextRequest(text.language(), null, text.digest())).toList(),
                content.reliability(), content.credibility(), content.independence(), content.sensitivity(),
                content.fieldwork(), content.dataset(), content.licence(), content.attribution());
    }

    /** @throws Failure with the place of what is against a rule */
    SourceDraft toDraft() {
        SourceContent content = new SourceContent(externalIds, kind, title, address(url, "/url"),
                address(archivedUrl, "/archivedUrl"), publisher, author, publishedOn, language, medium, named(), reliability,
                credibility, independence, sensitivity, fieldwork, dataset, licence, attribution);
        return new SourceDraft(content, texts == null ? List.of()
                : texts.stream().filter(text -> text.text() != null).map(text -> Content.of(text.text())).toList());
    }

    private List<SourceText> named() {
        List<SourceText> named = new ArrayList<>();
        for (int i = 0; texts != null && i < texts.size(); i++) {
            TextRequest text = texts.get(i);
            String pointer = "/texts/" + i;
            if (text == null) {
                throw Failure.at(CommonFailure.WRONG_TYPE, pointer, "null is not taken in this list.");
            }
            named.add(below(pointer, text::toText));
        }
        return named;
    }

    private static WebAddress address(String url, String pointer) {
        return url == null ? null : below(pointer, () -> new WebAddress(url));
    }

    private static <T> T below(String pointer, Supplier<T> value) {
        try {
            return value.get();
        } catch (Failure failure) {
            throw failure.below(pointer);
        }
    }

    static String value(WebAddress address) {
        return address == null ? null : address.value();
    }
}
