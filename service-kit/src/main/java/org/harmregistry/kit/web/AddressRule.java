package org.harmregistry.kit.web;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which addresses may be reached: those of the public internet (IANA's special-purpose registries, RFC 6890) and those that the
 * operator permits, less those that the operator denies. Of IPv6 only global unicast is public, without the parts of it that
 * stand for IPv4 addresses.
 */
@ApplicationScoped
public class AddressRule {

    private static final List<NetworkRange> NOT_PUBLIC = Stream.of("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8",
            "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
            "224.0.0.0/4", "240.0.0.0/4", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20").map(NetworkRange::of)
            .toList();
    private static final NetworkRange GLOBAL_UNICAST = NetworkRange.of("2000::/3");
    private static final int OF_IPV6 = 16;

    private final List<NetworkRange> denied;
    private final List<NetworkRange> permitted;

    /**
     * @param denied ranges that are never reached, public or not
     * @param permitted ranges that are reached although they are not public, such as loopback on a machine of one's own
     */
    public AddressRule(@ConfigProperty(name = "registry.web.deny") Optional<List<String>> denied,
            @ConfigProperty(name = "registry.web.permit") Optional<List<String>> permitted) {
        this.denied = ranges(denied);
        this.permitted = ranges(permitted);
    }

    private static List<NetworkRange> ranges(Optional<List<String>> texts) {
        return texts.orElse(List.of()).stream().filter(range -> !range.isBlank()).map(NetworkRange::of).toList();
    }

    /** True if the address may be reached. */
    public boolean allows(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (denied.stream().anyMatch(range -> range.contains(bytes))) {
            return false;
        }
        return permits(address) || (bytes.length != OF_IPV6 || GLOBAL_UNICAST.contains(bytes))
                && NOT_PUBLIC.stream().noneMatch(range -> range.contains(bytes));
    }

    /** True if the address is one of those that the operator permits by name. */
    public boolean permits(InetAddress address) {
        return permitted.stream().anyMatch(range -> range.contains(address.getAddress()));
    }
}
