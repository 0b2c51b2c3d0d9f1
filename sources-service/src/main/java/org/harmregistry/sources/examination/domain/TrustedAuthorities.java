package org.harmregistry.sources.examination.domain;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMParser;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.runtime.Startup;

/** The time-stamp authorities, or those who certify them, that the operator trusts; none unless a file names them. */
@ApplicationScoped
@Startup
class TrustedAuthorities {

    private final List<X509CertificateHolder> certificates = new ArrayList<>();

    /** @param file certificates in PEM; a file that is not there or holds none does not let the service start */
    TrustedAuthorities(@ConfigProperty(name = "registry.timestamps.authorities") Optional<String> file) {
        file.filter(path -> !path.isBlank()).ifPresent(path -> {
            read(Path.of(path));
            if (certificates.isEmpty()) {
                throw new IllegalStateException("registry.timestamps.authorities names a file without certificates");
            }
        });
    }

    private void read(Path path) {
        try (Reader reader = Files.newBufferedReader(path); PEMParser parser = new PEMParser(reader)) {
            for (Object next = parser.readObject(); next != null; next = parser.readObject()) {
                if (next instanceof X509CertificateHolder certificate) {
                    certificates.add(certificate);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("registry.timestamps.authorities names a file that cannot be read", e);
        }
    }

    List<X509CertificateHolder> certificates() {
        return List.copyOf(certificates);
    }
}
