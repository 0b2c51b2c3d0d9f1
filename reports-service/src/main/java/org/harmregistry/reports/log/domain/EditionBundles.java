package org.harmregistry.reports.log.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.json.CanonicalJson;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.reports.edition.domain.Edition;
import org.harmregistry.reports.edition.domain.EditionFile;
import org.harmregistry.reports.edition.domain.Editions;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;

/**
 * Makes the bundle of an edition: its files, its figures, its leaves, and what proves them without asking us. The same
 * leaves give the same bytes. What was withdrawn keeps its proofs and loses its contents.
 */
@ApplicationScoped
public class EditionBundles {

    /**
     * Files beyond this much together stay out: they are fetched at their own addresses, and {@code edition.json} has their
     * digests.
     */
    private static final long LARGEST = 48L * 1024 * 1024;
    private static final int AT_ONCE = 4;

    private final Editions editions;
    private final EditionsInLog log;
    private final Vertx vertx;
    private final byte[] readme;
    private final AtomicInteger running = new AtomicInteger();

    public EditionBundles(Editions editions, EditionsInLog log, Vertx vertx) {
        this.editions = editions;
        this.log = log;
        this.vertx = vertx;
        this.readme = readme();
    }

    /**
     * A bundle to be made.
     *
     * @param edition the edition
     * @param leaves its leaves in the log
     */
    public record Order(Edition edition, List<LoggedLeaf> leaves) {

        /** Changes when the bundle does. */
        public String tag() {
            StringBuilder text = new StringBuilder(edition.status().word());
            leaves.forEach(leaf -> text.append(' ').append(leaf.epoch().name()).append('/').append(leaf.index()).append('/')
                    .append(leaf.checkpoint().note()));
            return "\"" + CanonicalJson.digestOfText(text.toString()) + "\"";
        }
    }

    /** What the bundle of an edition will hold; refused while no checkpoint covers it. */
    public Uni<Order> order(Edition edition) {
        return log.logged(edition.id()).map(leaves -> {
            if (leaves.isEmpty()) {
                throw Failure.of(LogFailure.NOT_LOGGED_YET);
            }
            return new Order(edition, leaves);
        });
    }

    /** The bundle's bytes. */
    public Uni<byte[]> make(Order order) {
        return Uni.createFrom().deferred(() -> {
            if (running.incrementAndGet() > AT_ONCE) {
                running.decrementAndGet();
                return Uni.createFrom().failure(Failure.of(CommonFailure.OVERLOADED));
            }
            return contents(order).chain(this::zipped).onTermination().invoke(running::decrementAndGet);
        });
    }

    private Uni<SortedMap<String, byte[]>> contents(Order order) {
        SortedMap<String, byte[]> contents = new TreeMap<>();
        contents.put("README.txt", readme);
        byte[] statement = order.leaves().get(0).leaf().disclosure().statement();
        contents.put("edition.json", statement);
        for (int number = 1; number <= order.leaves().size(); number++) {
            LoggedLeaf leaf = order.leaves().get(number - 1);
            add(contents, "log/" + number + "-" + leaf.leaf().kind().word() + "/", leaf, statement);
        }
        if (!order.edition().status().isPublic()) {
            return Uni.createFrom().item(contents);
        }
        contents.put("figures.json", CanonicalJson.canonical(order.edition().figures()));
        return Multi.createFrom().iterable(fitting(order.edition()))
                .onItem().transformToUniAndConcatenate(file -> editions.file(file)
                        .invoke(bytes -> contents.put(name(file), bytes)))
                .collect().last().replaceWith(contents);
    }

    private static void add(SortedMap<String, byte[]> contents, String folder, LoggedLeaf leaf, byte[] statement) {
        contents.put(folder + "leaf.json", leaf.leaf().content());
        contents.put(folder + "salt", text(HexFormat.of().formatHex(leaf.leaf().disclosure().salt()) + "\n"));
        contents.put(folder + "leaf.tlog-proof", text(leaf.proof()));
        contents.put(folder + "key", text(leaf.checkpoint().key() + "\n"));
        if (!Arrays.equals(statement, leaf.leaf().disclosure().statement())) {
            contents.put(folder + "edition.json", leaf.leaf().disclosure().statement());
        }
    }

    private static String name(EditionFile file) {
        return "files/edition" + (file.language() == null ? "" : "-" + file.language()) + "." + file.format();
    }

    private List<EditionFile> fitting(Edition edition) {
        long[] taken = { 0 };
        return editions.files(edition).stream().filter(file -> {
            boolean fits = taken[0] + file.bytes() <= LARGEST;
            taken[0] += fits ? file.bytes() : 0;
            return fits;
        }).toList();
    }

    private Uni<byte[]> zipped(SortedMap<String, byte[]> contents) {
        Callable<byte[]> work = () -> {
            StringBuilder sums = new StringBuilder();
            contents.forEach((name, content) -> sums.append(CanonicalJson.digest(content).substring("sha-256:".length()))
                    .append("  ").append(name).append('\n'));
            contents.put("SHA256SUMS", text(sums.toString()));
            return BundleZip.of(contents);
        };
        return vertx.executeBlocking(work, false);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] readme() {
        try (InputStream text = EditionBundles.class.getResourceAsStream("/bundle/README.txt")) {
            return text.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
