package org.harmregistry.reports.delivery.domain;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where everybody reaches this registry: what is told elsewhere needs whole addresses. */
@ApplicationScoped
public class PublicUrl {

    private final String root;

    public PublicUrl(@ConfigProperty(name = "registry.public-url") String configured) {
        this.root = configured.replaceAll("/+$", "");
    }

    /** @param path path and query, from its slash on */
    public String of(String path) {
        return root + path;
    }
}
