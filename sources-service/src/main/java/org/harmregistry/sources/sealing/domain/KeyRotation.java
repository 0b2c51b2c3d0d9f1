package org.harmregistry.sources.sealing.domain;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Wraps the keys of sources anew once another wrapping key is the primary one, while they are used. What is sealed under
 * them is not touched. A wrapping key that wraps nothing any more may be taken out of the key file.
 */
@ApplicationScoped
public class KeyRotation {

    private static final Logger LOG = Logger.getLogger("registry.sealing");
    private static final String WORK = "wrapping";
    private static final int AT_A_TIME = 100;

    /**
     * How many keys a wrapping key wraps.
     *
     * @param held whether the key file still holds it
     */
    public record Wrapping(String name, boolean primary, boolean held, long wraps) {
    }

    private final KeyStore store;
    private final KeyWrapping wrapping;
    private final SealingWork work;
    private final Leases leases;

    KeyRotation(KeyStore store, KeyWrapping wrapping, SealingWork work, Leases leases) {
        this.store = store;
        this.wrapping = wrapping;
        this.work = work;
        this.leases = leases;
    }

    /** Every wrapping key that the key file holds or that still wraps something, in the order of names. */
    public Uni<List<Wrapping>> standing() {
        return work.run(wrapping::ring).chain(ring -> store.countByWrapping().map(counts -> standing(ring, counts)));
    }

    private static List<Wrapping> standing(KeyRing.Keys ring, Map<String, Long> counts) {
        TreeSet<String> names = new TreeSet<>(ring.wrapping().keySet());
        Map<String, Long> wraps = new TreeMap<>(counts);
        names.addAll(wraps.keySet());
        return names.stream().map(name -> new Wrapping(name, name.equals(ring.primary()), ring.wrapping().containsKey(name),
                wraps.getOrDefault(name, 0L))).toList();
    }

    @Scheduled(every = "${registry.witness.rotation.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> rotate() {
        return !wrapping.isConfigured() ? Uni.createFrom().voidItem()
                : leases.alone(WORK, () -> work.run(wrapping::ring).chain(ring -> wrapWhatIsLeft(ring.primary())))
                        .onFailure().recoverWithNull();
    }

    private Uni<Void> wrapWhatIsLeft(String primary) {
        return store.notWrappedBy(primary, AT_A_TIME).chain(keys -> Multi.createFrom().iterable(keys)
                .onItem().transformToUniAndConcatenate(this::wrapAnew)
                .filter(done -> done).collect().asList()
                .chain(done -> {
                    if (done.isEmpty()) {
                        return Uni.createFrom().voidItem();
                    }
                    LOG.infof("wrapped %d keys anew by %s", done.size(), primary);
                    return wrapWhatIsLeft(primary);
                }));
    }

    /** A key that cannot be unwrapped has raised its alert and holds nobody up. */
    private Uni<Boolean> wrapAnew(KeptKey key) {
        return work.run(() -> wrapping.wrapAnew(key)).chain(after -> store.replace(key, after)).replaceWith(true)
                .onFailure().recoverWithItem(false);
    }
}
