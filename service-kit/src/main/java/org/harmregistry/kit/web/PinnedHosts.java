package org.harmregistry.kit.web;

import java.net.InetAddress;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.problem.Failure;

import io.smallrye.mutiny.Uni;

/**
 * Decides to which address a request goes. The host is looked up once, all its addresses are checked, and the connection is to
 * be made to the one returned: a name that answers otherwise the next time changes nothing.
 */
@ApplicationScoped
public class PinnedHosts {

    private final AddressRule rule;
    private final NameResolution names;

    public PinnedHosts(AddressRule rule, NameResolution names) {
        this.rule = rule;
        this.names = names;
    }

    /** @return fails with 422 {@code address_not_allowed} or {@code host_unknown} */
    public Uni<InetAddress> pinned(WebLocation location) {
        Uni<List<InetAddress>> found = location.literal() ? Uni.createFrom().item(() -> List.of(location.address()))
                : names.addressesOf(location.host()).onFailure()
                        .transform(failure -> Failure.of(WebFailure.HOST_UNKNOWN));
        return found.map(addresses -> {
            if (addresses.isEmpty()) {
                throw Failure.of(WebFailure.HOST_UNKNOWN);
            }
            // One bad address among good ones is how a name is made to change its mind.
            if (!addresses.stream().allMatch(rule::allows)) {
                throw WebLocation.refused();
            }
            return addresses.get(0);
        });
    }
}
