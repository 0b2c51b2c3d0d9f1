package org.harmregistry.kit.web;

import java.net.InetAddress;
import java.net.InetSocketAddress;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.DefaultBean;

/** Connects to the address itself. */
@ApplicationScoped
@DefaultBean
class StraightOut implements WayOut {

    @Override
    public InetSocketAddress to(InetAddress allowed, int port) {
        return new InetSocketAddress(allowed, port);
    }
}
