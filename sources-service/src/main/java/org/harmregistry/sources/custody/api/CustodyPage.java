package org.harmregistry.sources.custody.api;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.kit.paging.Page;
import org.harmregistry.sources.custody.domain.ChainEntry;
import org.harmregistry.sources.custody.domain.ChainFlaw;
import org.harmregistry.sources.custody.domain.KeptChain;
import org.harmregistry.sources.custody.domain.Verification;

import com.fasterxml.jackson.databind.JsonNode;

@Schema(name = "Custody", description = "A page of what was done with a source and its attachments, the oldest first, and whether the whole chain is what the registry wrote.")
record CustodyPage(List<Entry> items, Page.Position page,
        @Schema(description = "Since when acts are recorded; later than the source itself if it is older than the log.") String recordedSince,
        Checked verification) {

    @Schema(name = "CustodyEntry")
    record Entry(
            @Schema(minimum = "1", description = "Its place in the chain.") long sequence,
            @Schema(description = "One of the vocabulary custody-act.") String act,
            @Schema(description = "The subject of who did it, or the name of a job of the registry.") String actor,
            @Schema(description = "RFC 3339 in UTC, with six digits of a second.") String at,
            @Schema(description = "The attachment that it is about; absent if it is about the source itself.") String attachment,
            @Schema(description = "Of the content that it is about, sha-256:<hex>; for the source itself of the revision's canonical JSON.") String digest,
            String reason,
            JsonNode detail,
            @Schema(description = "The hash of the entry before; absent at the first.") String previous,
            @Schema(description = "SHA-256 over the canonical JSON (RFC 8785) of everything but the hash, with format custody-entry/1 and the source.") String hash) {

        static Entry of(ChainEntry entry) {
            return new Entry(entry.sequence(), entry.act(), entry.actor(), entry.at(), entry.attachment(), entry.digest(),
                    entry.reason(), entry.detail(), entry.writtenPrevious(), entry.writtenHash());
        }
    }

    @Schema(name = "CustodyVerification", description = "What a look at the whole chain found, made for this answer.")
    record Checked(
            @Schema(description = "unrecorded: the source is older than the log, and nothing was done with it since.") Verification.State state,
            @Schema(description = "The first place that is not as the registry wrote it; one behind the last entry if the end is wrong.") Long firstWrong,
            ChainFlaw.Kind flaw,
            @Schema(description = "More than 1 only in a very long chain.") long from, long to, Instant checkedAt,
            @Schema(description = "How the chain stands to the checkpoints kept in the archive.") Verification.CheckpointState checkpoint,
            @Schema(description = "How many entries the newest checkpoint of this chain covers.") long checkpointed) {

        static Checked of(Verification found) {
            ChainFlaw flaw = found.flaw();
            return new Checked(found.state(), flaw == null ? null : flaw.sequence(), flaw == null ? null : flaw.kind(),
                    found.from(), found.to(), found.checkedAt(), found.checkpoint(), found.checkpointed());
        }
    }

    static CustodyPage of(Page<ChainEntry> page, KeptChain chain) {
        return new CustodyPage(page.items().stream().map(Entry::of).toList(), page.page(), chain.recordedSince(),
                Checked.of(chain.verification()));
    }
}
