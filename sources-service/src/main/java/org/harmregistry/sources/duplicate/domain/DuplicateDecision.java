package org.harmregistry.sources.duplicate.domain;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.json.CanonicalJson;
import org.harmregistry.sources.source.domain.Source;
import org.harmregistry.sources.source.domain.SourceContent;

/**
 * What an analyst said of a pair of sources, and of which state of them. Decisions are only ever added; the last one counts.
 */
@Entity
public class DuplicateDecision {

    @Id
    private UUID id;
    private UUID firstSource;
    private UUID secondSource;
    private Verdict verdict;
    private String reason;
    private String contentDigest;
    private String decidedBy;
    private Instant decidedAt;

    protected DuplicateDecision() {
    }

    DuplicateDecision(UUID id, Source one, Source other, Verdict verdict, String reason, Caller by, Instant at) {
        boolean inOrder = one.id().toString().compareTo(other.id().toString()) < 0;
        this.id = id;
        this.firstSource = inOrder ? one.id() : other.id();
        this.secondSource = inOrder ? other.id() : one.id();
        this.verdict = verdict;
        this.reason = reason;
        this.contentDigest = stateOf(one, other);
        this.decidedBy = by.subject();
        this.decidedAt = at;
    }

    /** The same as long as nothing has changed by which the two could be told alike. */
    private static String stateOf(Source one, Source other) {
        String first = stateOf(one);
        String second = stateOf(other);
        return CanonicalJson.digestOfText(
                one.id().toString().compareTo(other.id().toString()) < 0 ? first + "\n" + second : second + "\n" + first);
    }

    private static String stateOf(Source source) {
        SourceContent content = source.content();
        return String.join("\u001f", String.valueOf(source.canonicalKey()), content.title(), String.valueOf(content.url()),
                String.valueOf(content.archivedUrl()), String.valueOf(content.texts()));
    }

    /** True if the pair is not to be named: it was dismissed, and both are what they were then. */
    boolean silences(Source one, Source other) {
        return verdict == Verdict.DISMISSED && contentDigest.equals(stateOf(one, other));
    }

    /** The other source of the pair. */
    public UUID otherThan(UUID source) {
        return firstSource.equals(source) ? secondSource : firstSource;
    }

    public UUID id() {
        return id;
    }

    public UUID firstSource() {
        return firstSource;
    }

    public UUID secondSource() {
        return secondSource;
    }

    public Verdict verdict() {
        return verdict;
    }

    public String reason() {
        return reason;
    }

    public String decidedBy() {
        return decidedBy;
    }

    public Instant decidedAt() {
        return decidedAt;
    }
}
