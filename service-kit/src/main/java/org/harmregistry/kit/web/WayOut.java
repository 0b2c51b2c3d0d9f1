package org.harmregistry.kit.web;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Where a connection to an address is made, once the address was found to be allowed: there itself, or at a gate to the web.
 */
public interface WayOut {

    InetSocketAddress to(InetAddress allowed, int port);
}
