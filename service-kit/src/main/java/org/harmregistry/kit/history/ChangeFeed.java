package org.harmregistry.kit.history;

import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.paging.PageRequest;
import org.harmregistry.kit.problem.Failure;

import io.smallrye.mutiny.Uni;

/**
 * Reads the change feed: one total order per collection in which nothing ever appears before a position already handed out.
 */
@ApplicationScoped
public class ChangeFeed {

    private final FeedReading reading;
    private final ChangePositions positions;

    ChangeFeed(FeedReading reading, ChangePositions positions) {
        this.reading = reading;
        this.positions = positions;
    }

    /**
     * The changes behind a cursor that the caller may see.
     *
     * @throws Failure 410 {@code cursor_expired} if the feed has begun anew, or was restored, since the cursor was made
     */
    public Uni<ChangePage> read(String collection, Caller caller, PageRequest page) {
        return positions.assign().chain(() -> reading.behind(collection, page.after(), page.limit())).map(behind -> {
            List<ChangeEntry> entries = behind.rows().stream().map(row -> row.seenBy(caller)).filter(Objects::nonNull).toList();
            return new ChangePage(entries, new ChangePage.Position(entries.size(),
                    reading.encode(collection, behind.end()), behind.rows().size() == page.limit()));
        });
    }
}
