package org.harmregistry.sources.source.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.archive.Content;

/**
 * What a client sends of a source: what goes into the register, and the texts that go into the archive before.
 *
 * @param content what the register keeps
 * @param texts the words sent along; a text of the source that is only named by its digest is not among them
 */
public record SourceDraft(SourceContent content, List<Content> texts) {

    /** @throws Failure 422 if a text is named that is neither sent along nor the source's already */
    void requireTexts(List<SourceText> already) {
        Set<String> known = new HashSet<>();
        texts.forEach(text -> known.add(text.digest()));
        already.forEach(text -> known.add(text.digest()));
        for (int i = 0; i < content.texts().size(); i++) {
            if (!known.contains(content.texts().get(i).digest())) {
                throw Failure.at(SourceFailure.TEXT_UNKNOWN, "/texts/" + i + "/digest",
                        "Send the text itself: this source has none with that digest.");
            }
        }
    }
}
