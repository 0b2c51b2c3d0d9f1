package org.harmregistry.sources.retrieval.domain;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.harmregistry.kit.problem.Failure;

import io.smallrye.mutiny.Uni;

/**
 * Fetches a page, following redirects by hand. Before each request the host is looked up once, all its addresses are checked,
 * and
 * the connection is made to one of those checked: a name that answers otherwise the next time changes nothing.
 */
@ApplicationScoped
public class PageRetrieval {

    private static final int MOST_REDIRECTS = 5;
    private static final int OK = 200;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final AddressRule rule;
    private final NameResolution names;
    private final PageFetching fetching;
    private final Set<Integer> ports;

    public PageRetrieval(AddressRule rule, NameResolution names, PageFetching fetching,
            @ConfigProperty(name = "registry.retrieval.ports") Set<Integer> ports) {
        this.rule = rule;
        this.names = names;
        this.fetching = fetching;
        this.ports = ports;
    }

    /** @return fails with 422 {@code address_not_allowed} or {@code page_not_fetched} */
    public Uni<FetchedPage> fetch(String address) {
        return Uni.createFrom().deferred(() -> follow(PageLocation.of(address), new ArrayList<>()));
    }

    private Uni<FetchedPage> follow(PageLocation location, List<String> hops) {
        if (!ports.contains(location.port())) {
            throw PageLocation.refused();
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

    private Uni<InetAddress> pinned(PageLocation location) {
        Uni<List<InetAddress>> found = location.literal() ? Uni.createFrom().item(() -> List.of(location.address()))
                : names.addressesOf(location.host()).onFailure().transform(
                        failure -> Failure.of(RetrievalFailure.PAGE_NOT_FETCHED, "The host's name could not be looked up."));
        return found.map(addresses -> {
            if (addresses.isEmpty()) {
                throw Failure.of(RetrievalFailure.PAGE_NOT_FETCHED, "The host's name could not be looked up.");
            }
            // One bad address among good ones is how a name is made to change its mind.
            if (!addresses.stream().allMatch(rule::allows)) {
                throw PageLocation.refused();
            }
            return addresses.get(0);
        });
    }
}
