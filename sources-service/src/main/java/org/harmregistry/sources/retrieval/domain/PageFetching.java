package org.harmregistry.sources.retrieval.domain;

import java.net.InetAddress;

import org.harmregistry.kit.web.WebLocation;

import io.smallrye.mutiny.Uni;

/** Asks one server for one page. */
public interface PageFetching {

    /**
     * What a server answered.
     *
     * @param status HTTP status
     * @param location of a redirect; {@code null} if it is none
     * @param page the page, hops not yet known; {@code null} unless the status is 200
     */
    record Answer(int status, String location, FetchedPage page) {
    }

    /**
     * Asks by GET, without credentials, at exactly this address.
     *
     * @param pinned an address of the location's host that was found to be allowed
     */
    Uni<Answer> get(WebLocation location, InetAddress pinned);
}
