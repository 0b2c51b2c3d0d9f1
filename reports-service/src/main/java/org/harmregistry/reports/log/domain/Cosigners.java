package org.harmregistry.reports.log.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.runtime.Startup;

/** The outside witnesses that the operator has asked to watch the log; none unless configured. */
@Startup
@ApplicationScoped
public class Cosigners {

    private final List<Cosigner> all;

    /** @param written with commas between */
    public Cosigners(@ConfigProperty(name = "registry.log.witnesses") Optional<List<String>> written) {
        this.all = written.orElse(List.of()).stream().filter(one -> !one.isBlank()).map(Cosigner::of).toList();
        Set<String> names = new HashSet<>();
        if (!all.stream().allMatch(cosigner -> names.add(cosigner.name()))) {
            throw new IllegalArgumentException("registry.log.witnesses names a witness twice");
        }
    }

    public List<Cosigner> all() {
        return all;
    }
}
