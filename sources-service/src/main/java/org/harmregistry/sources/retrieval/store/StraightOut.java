package org.harmregistry.sources.retrieval.store;

import java.net.InetAddress;
import java.net.InetSocketAddress;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.sources.retrieval.domain.WayOut;

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
