package org.harmregistry.sources.duplicate.domain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.harmregistry.sources.archive.ArchivedText;
import org.harmregistry.sources.source.domain.Source;
import org.harmregistry.sources.source.domain.SourceContent;

/**
 * What a source is told alike by.
 *
 * @param source the source
 * @param marks what is the same for both of a pair or not at all
 * @param signed signatures of its title and texts
 */
public record Likeness(UUID source, Set<Mark> marks, List<Signed> signed) {

    private static final ArchivedText NOTHING = new ArchivedText(null, null);

    /** What a mark is of. */
    public enum MarkKind {
        ADDRESS,
        TEXT,
        FILE
    }

    /**
     * @param kind what it is of
     * @param mark an address, or a digest
     */
    public record Mark(MarkKind kind, String mark) {
    }

    /**
     * @param title whether it is of a title, which is compared with titles alone
     * @param signature of the words
     */
    public record Signed(boolean title, TextSignature signature) {
    }

    /** @param texts the source's texts by digest; one that is damaged or missing tells nothing */
    static Likeness of(Source source, Map<String, ArchivedText> texts) {
        SourceContent content = source.content();
        Set<Mark> marks = new LinkedHashSet<>();
        Stream.of(content.url(), content.archivedUrl()).filter(address -> address != null)
                .forEach(address -> PageAddress.of(address).ifPresent(page -> marks.add(new Mark(MarkKind.ADDRESS, page))));
        content.texts().forEach(text -> marks.add(new Mark(MarkKind.TEXT, text.digest())));
        List<Signed> signed = new ArrayList<>();
        sign(signed, true, content.title());
        content.texts().forEach(text -> sign(signed, false, texts.getOrDefault(text.digest(), NOTHING).text()));
        return new Likeness(source.id(), marks, signed);
    }

    private static void sign(List<Signed> signed, boolean title, String words) {
        TextSignature signature = words == null ? null : TextSignature.of(words);
        if (signature != null) {
            signed.add(new Signed(title, signature));
        }
    }
}
