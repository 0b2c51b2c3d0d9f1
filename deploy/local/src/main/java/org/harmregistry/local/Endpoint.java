package org.harmregistry.local;

/**
 * Where a part answers.
 *
 * @param port what others talk to
 * @param managementPort where a service tells its health; the same as the port for the other parts
 * @param base its address for those who speak HTTP to it, without a slash at the end
 */
public record Endpoint(String host, int port, int managementPort, String base) {

    static final String LOOPBACK = "127.0.0.1";

    static Endpoint local(int port) {
        return local(port, port);
    }

    static Endpoint local(int port, int managementPort) {
        return new Endpoint(LOOPBACK, port, managementPort, "http://" + LOOPBACK + ":" + port);
    }

    static Endpoint of(String host, int port) {
        return new Endpoint(host, port, port, "http://" + host + ":" + port);
    }
}
