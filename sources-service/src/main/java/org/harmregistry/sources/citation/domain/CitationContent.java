package org.harmregistry.sources.citation.domain;

import java.util.List;
import java.util.UUID;

import org.harmregistry.kit.json.CanonicalJson;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.source.domain.Finding;
import org.harmregistry.sources.source.domain.Texts;

/**
 * What people say of a citation.
 *
 * @param incident the incident, which another service keeps
 * @param stance how the source speaks of it
 * @param passage where in the source: page, paragraph or time code, or the words themselves; at most 2,000 characters
 * @param locator where in the source, in numbers; {@code null} if nobody noted it
 * @param claims what the source claims of it; {@code null} if nobody noted it
 * @param dataQuality what an importer found odd, at most 10
 */
public record CitationContent(UUID incident, Stance stance, String passage, Locator locator, Claims claims,
        List<Finding> dataQuality) {

    private static final int MAX_FINDINGS = 10;

    public CitationContent {
        dataQuality = dataQuality == null ? List.of() : dataQuality;
        if (dataQuality.size() > MAX_FINDINGS || dataQuality.stream().anyMatch(finding -> finding == null)) {
            throw Failure.at(CommonFailure.INVALID_VALUE, "/dataQuality", "At most 10 findings are taken here.");
        }
        dataQuality = dataQuality.stream().distinct().toList();
        if (incident == null) {
            throw Failure.at(CommonFailure.MISSING_FIELD, "/incident", "Name the incident.");
        }
        if (stance == null) {
            throw Failure.at(CommonFailure.MISSING_FIELD, "/stance", "Say how the source speaks of the incident.");
        }
        claims = Claims.known(claims);
        locator = Locator.known(locator);
        Texts.bounded(passage, 2_000, "/passage");
    }

    /** The content as everybody may see it: without the names of the dead. */
    CitationContent forEverybody() {
        return new CitationContent(incident, stance, passage, locator, claims == null ? null : claims.forEverybody(),
                dataQuality);
    }

    /** What tells this passage from others of the same source; without a passage the source is cited as a whole. */
    String passageDigest() {
        String words = passage == null ? "" : passage;
        return CanonicalJson.digestOfText(locator == null ? words : words + "\u001f" + locator);
    }
}
