package org.harmregistry.sources.retrieval.domain;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.kit.web.PinnedHosts;
import org.harmregistry.kit.web.WebFailure;
import org.harmregistry.kit.web.WebLocation;

import io.smallrye.mutiny.Uni;

/**
 * Fetches a page, following redirects by hand. Each of them is read as strictly as the first address, and its host looked up
 * and pinned anew.
 */
@ApplicationScoped
public class PageRetrieval {

    private static final int MOST_REDIRECTS = 5;
    private static final int OK = 200;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final PinnedHosts hosts;
    private final PageFetching fetching;
    private final Set<Integer> ports;

    public PageRetrieval(PinnedHosts hosts, PageFetching fetching,
            @ConfigProperty(name = "registry.retrieval.ports") Set<Integer> ports) {
        this.hosts = hosts;
        this.fetching = fetching;
        this.ports = ports;
    }

    /** @return fails with 422 {@code address_not_allowed} or {@code page_not_fetched} */
    public Uni<FetchedPage> fetch(String address) {
        return Uni.createFrom().deferred(() -> follow(WebLocation.of(address), new ArrayList<>()));
    }

    private Uni<FetchedPage> follow(WebLocation location, List<String> hops) {
        if (!ports.contains(location.port())) {
            throw WebLocation.refused();
        }
        hops.add(location.uri().toString());
        return pinned(location).chain(address -> fetching.get(location, address)).chain(answer -> {
            if (answer.status() == OK) {
                return Uni.createFrom().item(new FetchedPage(List.copyOf(hops), answer.page().declaredType(),
                        answer.page().bytes()));
            }
            if (!REDIRECTS.contains(answer.status()) || answer.location() == null || hops.size() > MOST_REDIRECTS) {
                throw Failure.of(RetrievalFailure.PAGE_NOT_FETCHED, "The server answered " + answer.status() + ".");
            }
            return follow(location.to(answer.location()), hops);
        });
    }

    private Uni<InetAddress> pinned(WebLocation location) {
        return hosts.pinned(location).onFailure(failure -> failure instanceof Failure known
                && known.code() == WebFailure.HOST_UNKNOWN)
                .transform(failure -> Failure.of(RetrievalFailure.PAGE_NOT_FETCHED, failure.getMessage() + "."));
    }
}
