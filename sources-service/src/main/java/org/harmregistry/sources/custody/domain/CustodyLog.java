package org.harmregistry.sources.custody.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.Begun;
import org.harmregistry.kit.problem.Failure;
import org.hibernate.JDBCException;
import org.hibernate.reactive.mutiny.Mutiny;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;

/**
 * Writes acts into the custody log, in the session of the act itself: either both are there or neither. Writers of one source
 * wait for each other at the head of its chain, and the source's own row is left alone.
 */
@ApplicationScoped
public class CustodyLog {

    /** SQLSTATE classes: constraint violated, rights or names missing, value not taken. */
    private static final Set<String> REFUSALS = Set.of("22", "23", "42");

    private final Chains chains;
    private final CustodyKeys keys;
    private final ObjectMapper mapper;

    public CustodyLog(Chains chains, CustodyKeys keys, ObjectMapper mapper) {
        this.chains = chains;
        this.keys = keys;
        this.mapper = mapper;
    }

    /**
     * Appends an act to the chain of its source.
     *
     * @return fails, and the act has to be rolled back, with 503 {@code custody_broken} if the end of the chain is not what the
     *         registry wrote
     */
    public Uni<Void> append(Mutiny.Session session, CustodyEntry entry) {
        return append(session, List.of(entry));
    }

    /**
     * Appends acts in their order, of one or of many sources, with as few statements as one act takes. The session is flushed
     * first: whoever writes rows of a source and its chain takes the locks in this order. So this is the last step of an act.
     */
    public Uni<Void> append(Mutiny.Session session, List<CustodyEntry> entries) {
        return append(session, entries, Uni.createFrom().voidItem());
    }

    /**
     * The same with statements of the act's own that the database can be at while the entries are made.
     *
     * @param beside lock no rows of a source
     */
    public Uni<Void> append(Mutiny.Session session, List<CustodyEntry> entries, Uni<Void> beside) {
        if (entries.isEmpty()) {
            return beside;
        }
        TreeSet<UUID> sources = entries.stream().map(CustodyEntry::source).collect(Collectors.toCollection(TreeSet::new));
        return session.flush().chain(() -> ofTheLog(chains.lockHeads(session, sources)))
                .chain(heads -> write(session, entries, heads, Begun.of(beside)));
    }

    /** What the database refuses here is not the caller's doing; a database that is away is said as everywhere. */
    private static <T> Uni<T> ofTheLog(Uni<T> statement) {
        return statement.onFailure(failure -> REFUSALS.contains(sqlState(failure).substring(0, 2)))
                .transform(failure -> Failure.of(CustodyFailure.CUSTODY_UNAVAILABLE)
                        .because("SQLSTATE " + sqlState(failure), failure));
    }

    /** Five characters, the first two its class; {@code 00000} if no statement failed. */
    private static String sqlState(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof JDBCException refused && refused.getSQLState() != null) {
                return refused.getSQLState();
            }
        }
        return "00000";
    }

    private Uni<Void> write(Mutiny.Session session, List<CustodyEntry> entries, Map<UUID, ChainHead> known, Uni<Void> beside) {
        if (!known.values().stream().allMatch(head -> head.isOurs(keys))) {
            return beside.chain(() -> Uni.createFrom().failure(Failure.of(CustodyFailure.CUSTODY_BROKEN)));
        }
        Map<UUID, ChainEntry> last = new LinkedHashMap<>();
        List<ChainEntry> added = new ArrayList<>(entries.size());
        for (CustodyEntry entry : entries) {
            JsonNode detail = mapper.valueToTree(entry.detail());
            ChainEntry before = last.get(entry.source());
            ChainEntry placed = before == null ? ChainEntry.behind(known.get(entry.source()), entry, detail, keys)
                    : ChainEntry.after(before, entry, detail, keys);
            last.put(entry.source(), placed);
            added.add(placed);
        }
        List<ChainHead> heads = new ArrayList<>(last.size());
        last.forEach((source, placed) -> heads.add(ChainHead.at(source, placed, keys)));
        return beside.chain(() -> ofTheLog(chains.add(session, added, heads)));
    }
}
