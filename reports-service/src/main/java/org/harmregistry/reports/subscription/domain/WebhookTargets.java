package org.harmregistry.reports.subscription.domain;

import java.net.InetAddress;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.kit.web.AddressRule;
import org.harmregistry.kit.web.PinnedHosts;
import org.harmregistry.kit.web.WebLocation;

import io.smallrye.mutiny.Uni;

/**
 * Where webhooks may lead: over TLS to the ports that the operator names, on the public internet. A literal address that the
 * operator permits by name is reached at any port and without TLS: it is on a machine or a network of the operator's own.
 */
@ApplicationScoped
public class WebhookTargets {

    private final AddressRule rule;
    private final PinnedHosts hosts;
    private final Set<Integer> ports;

    public WebhookTargets(AddressRule rule, PinnedHosts hosts,
            @ConfigProperty(name = "registry.webhooks.ports") Set<Integer> ports) {
        this.rule = rule;
        this.hosts = hosts;
        this.ports = ports;
    }

    /**
     * A place that a request may go to.
     *
     * @param location what is asked for
     * @param address the address that was checked, and that the connection is to be made to
     */
    public record Target(WebLocation location, InetAddress address) {
    }

    /**
     * Checks what can be told without asking anybody.
     *
     * @throws Failure 422 {@code address_not_allowed} or {@code webhook_not_secure}
     */
    public WebLocation check(String url) {
        WebLocation location = WebLocation.of(url);
        if (location.literal() && rule.permits(location.address()) && rule.allows(location.address())) {
            return location;
        }
        if (location.literal() && !rule.allows(location.address())) {
            throw WebLocation.refused();
        }
        if (!location.secure()) {
            throw Failure.at(SubscriptionFailure.WEBHOOK_NOT_SECURE, "/url",
                    SubscriptionFailure.WEBHOOK_NOT_SECURE.title() + ".");
        }
        if (!ports.contains(location.port())) {
            throw WebLocation.refused();
        }
        return location;
    }

    /** Looks the host up and checks all of it anew; fails as {@link #check} does, or with {@code host_unknown}. */
    public Uni<Target> reach(String url) {
        return Uni.createFrom().item(() -> check(url))
                .chain(location -> hosts.pinned(location).map(address -> new Target(location, address)));
    }
}
