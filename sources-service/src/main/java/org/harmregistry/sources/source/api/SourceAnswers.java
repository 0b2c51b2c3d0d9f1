package org.harmregistry.sources.source.api;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.harmregistry.kit.http.Answers;
import org.harmregistry.kit.http.EntityTags;
import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.idempotency.Answer;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.kit.paging.Page;
import org.harmregistry.sources.source.domain.OpenedContent;
import org.harmregistry.sources.source.domain.ShownSource;
import org.harmregistry.sources.source.domain.Source;
import org.harmregistry.sources.source.domain.SourceDocuments;
import org.harmregistry.sources.source.domain.SourceList;
import org.harmregistry.sources.source.domain.SourceRegister.Registered;
import org.harmregistry.sources.source.domain.SourceRegister.Words;

/** Turns sources into answers, each in the view of who asks. */
@ApplicationScoped
class SourceAnswers {

    /** What stands behind the items of a list, which are written by themselves. */
    private record BehindItems(Page.Position page, Long count, Instant asOf) {
    }

    private final JsonReading json;
    private final SourceDocuments documents;

    SourceAnswers(JsonReading json, SourceDocuments documents) {
        this.json = json;
        this.documents = documents;
    }

    /**
     * A source with the words of its texts, as far as they are there.
     *
     * @param content its content, opened
     */
    Response withWords(ShownSource source, OpenedContent content, Words words, Instant asOf) {
        if (words.unavailable()) {
            String written = source.json(asOf);
            return poorer(written.substring(0, written.lastIndexOf('}')) + ",\"unavailable\":true}");
        }
        String written = source.json(content.withWords(words.byDigest()), asOf);
        boolean whole = words.byDigest().values().stream().allMatch(text -> text.integrity() == null);
        return whole ? Answers.record(written, source.tag(), null) : poorer(written);
    }

    /** A strong tag must not stand for less than the whole: a cache would keep the gap. */
    private static Response poorer(String written) {
        return Response.ok(written).header("Cache-Control", "no-store").build();
    }

    Response list(SourceList list, Instant asOf, String ifNoneMatch, UriInfo uri) {
        Page<ShownSource> page = list.page();
        String tag = EntityTags.ofList(page.items().stream()
                .map(source -> source.id() + ":" + source.version() + ":" + source.view()));
        StringBuilder written = new StringBuilder(2_000 * (1 + page.items().size())).append("{\"items\":[");
        for (ShownSource source : page.items()) {
            written.append(written.charAt(written.length() - 1) == '[' ? "" : ",").append(source.json(null));
        }
        written.append("],").append(json.tree(new BehindItems(page.page(), list.count(), asOf)).toString().substring(1));
        return Answers.page(page, written.toString(), tag, ifNoneMatch, uri);
    }

    Answer created(Registered registered, Caller by) {
        ShownSource shown = documents.shown(registered.source(), by);
        String written = shown.json(null);
        return new Answer(201, RecordAddress.of("sources", shown.id()), shown.tag(),
                written.substring(0, written.lastIndexOf('}')) + ",\"duplicates\":" + json.tree(registered.duplicates()) + "}");
    }

    Answer changed(Source source, Caller by) {
        ShownSource shown = documents.shown(source, by);
        return new Answer(200, null, shown.tag(), shown.json(null));
    }
}
