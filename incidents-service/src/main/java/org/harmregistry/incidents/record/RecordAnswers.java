package org.harmregistry.incidents.record;

import java.time.Instant;
import java.util.List;
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

    private record Body(List<?> items, Page.Position page, Long count, Instant asOf) {
    }

    public static Response record(RecordView view, String ifNoneMatch) {
        return Answers.record(view, view.tag(), ifNoneMatch);
    }

    /** A page; its tag tells the records, their versions, whether there is more and as of when. */
    public static Response page(RecordPage<? extends RecordView> answered, String ifNoneMatch, UriInfo uri) {
        Page<? extends RecordView> page = answered.page();
        Stream<String> lines = page.items().stream().map(view -> view.id() + ":" + view.tag());
        String tag = EntityTags
                .ofList(Stream.concat(lines, Stream.of(page.page().next() + " " + answered.count() + " " + answered.asOf())));
        return Answers.page(page, new Body(page.items(), page.page(), answered.count(), answered.asOf()), tag, ifNoneMatch,
                uri);
    }
}
