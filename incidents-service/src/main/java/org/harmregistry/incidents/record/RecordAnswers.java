package org.harmregistry.incidents.record;

import java.util.stream.Stream;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.harmregistry.kit.http.Answers;
import org.harmregistry.kit.http.EntityTags;
import org.harmregistry.kit.paging.Page;

/** Answers about records, with their entity tags. */
public final class RecordAnswers {

    private RecordAnswers() {
    }

    public static Response record(RecordView view, String ifNoneMatch) {
        return Answers.record(view, view.tag(), ifNoneMatch);
    }

    /** A page; its tag tells the records, their versions and whether there is more. */
    public static Response page(Page<? extends RecordView> page, String ifNoneMatch, UriInfo uri) {
        Stream<String> lines = page.items().stream().map(view -> view.id() + ":" + view.tag());
        String tag = EntityTags.ofList(Stream.concat(lines, Stream.of(String.valueOf(page.page().next()))));
        return Answers.page(page, page, tag, ifNoneMatch, uri);
    }
}
