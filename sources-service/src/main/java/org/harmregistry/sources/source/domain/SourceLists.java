package org.harmregistry.sources.source.domain;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.paging.CursorCodec;
import org.harmregistry.kit.paging.Page;
import org.harmregistry.kit.paging.PageRequest;

import io.smallrye.mutiny.Uni;

/** Lists of sources, page by page. */
@ApplicationScoped
public class SourceLists {

    private final ShownSources shown;
    private final CursorCodec cursors;

    public SourceLists(ShownSources shown, CursorCodec cursors) {
        this.shown = shown;
        this.cursors = cursors;
    }

    /** One page of the sources that the caller may see; all are counted only if that is asked for. */
    public Uni<SourceList> list(Caller caller, SourceFilter filter, SourceOrder order, PageRequest page, boolean counted) {
        String binding = binding(caller, filter, order);
        ShownSources.Position after = page.after() == null ? null : position(binding, page.after());
        return shown.list(caller, filter, order, after, page.limit() + 1)
                .map(rows -> Page.of(rows, page.limit(),
                        last -> cursors.encode(binding, List.of(last.sortKey(), last.id().toString()))))
                .chain(found -> counted ? shown.count(caller, filter).map(count -> new SourceList(found, count))
                        : Uni.createFrom().item(new SourceList(found, null)));
    }

    private ShownSources.Position position(String binding, String cursor) {
        List<String> values = cursors.decode(binding, cursor, 2);
        return new ShownSources.Position(values.get(0), UUID.fromString(values.get(1)));
    }

    /** Filter, order, and as whom the caller sees: with another one of them a cursor would mean something else. */
    private static String binding(Caller caller, SourceFilter filter, SourceOrder order) {
        return "sources " + filter + " " + order + " "
                + (caller.readsAll() ? "*" : Objects.toString(caller.organisation(), "-"));
    }
}
