package org.harmregistry.incidents.incident.domain;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.paging.CursorCodec;
import org.harmregistry.kit.paging.Page;
import org.harmregistry.kit.paging.PageRequest;

import io.smallrye.mutiny.Uni;

/** Lists of incidents, page by page. */
@ApplicationScoped
public class IncidentLists {

    private final IncidentReading reading;
    private final CursorCodec cursors;

    public IncidentLists(IncidentReading reading, CursorCodec cursors) {
        this.reading = reading;
        this.cursors = cursors;
    }

    /** One page of the incidents that the caller may see. */
    public Uni<IncidentList> list(Caller caller, IncidentFilter filter, IncidentOrder order, PageRequest page,
            boolean counted) {
        String binding = binding(caller, filter, order);
        IncidentPosition after = page.after() == null ? null : position(binding, page.after());
        return reading.list(caller, filter, order, after, page.limit() + 1)
                .map(rows -> Page.of(rows, page.limit(),
                        last -> cursors.encode(binding, List.of(last.sortKey(), last.id().toString()))))
                .chain(found -> count(caller, filter, counted)
                        .chain(count -> placeNames(caller, filter)
                                .map(names -> new IncidentList(found, count, names))));
    }

    private Uni<Long> count(Caller caller, IncidentFilter filter, boolean counted) {
        return counted ? reading.count(caller, filter) : Uni.createFrom().nullItem();
    }

    private Uni<List<String>> placeNames(Caller caller, IncidentFilter filter) {
        return filter.place() == null ? Uni.createFrom().item(List.of())
                : reading.placeNames(caller, new IncidentFilterReading().place(filter.place()).filter().at(filter.asOf()));
    }

    private IncidentPosition position(String binding, String cursor) {
        List<String> values = cursors.decode(binding, cursor, 2);
        return new IncidentPosition(values.get(0), UUID.fromString(values.get(1)));
    }

    /** Filter, order, and as whom the caller sees: with another one of them a cursor would mean something else. */
    private static String binding(Caller caller, IncidentFilter filter, IncidentOrder order) {
        return "incidents " + filter.parameters() + " " + order + " "
                + (caller.readsAll() ? "*" : Objects.toString(caller.organisation(), "-"));
    }
}
