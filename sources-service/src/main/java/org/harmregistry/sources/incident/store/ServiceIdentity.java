package org.harmregistry.sources.incident.store;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.OidcClientConfigBuilder;
import io.quarkus.oidc.client.OidcClients;
import io.quarkus.oidc.client.runtime.OidcClientConfig;
import io.quarkus.oidc.client.runtime.TokensHelper;
import io.smallrye.mutiny.Uni;

/**
 * Who this service is where it asks on its own behalf: a client of the identity provider, by client credentials. It proves
 * itself by a signed assertion (RFC 7523) if it has a key, by its secret otherwise. The client is made when it is first needed,
 * so that the service starts also while the identity provider is away.
 */
@ApplicationScoped
class ServiceIdentity {

    /** The strongest that each identity provider which takes assertions has for keys of RSA. */
    private static final String ALGORITHM = "PS256";

    private final OidcClients clients;
    private final Optional<OidcClientConfig> config;
    private final AtomicReference<OidcClient> known = new AtomicReference<>();
    private final TokensHelper tokens = new TokensHelper();

    /**
     * @param key a private key (RSA) as PKCS#8 in Base64; goes before the secret
     */
    ServiceIdentity(OidcClients clients, @ConfigProperty(name = "registry.identity.issuer") Optional<String> issuer,
            @ConfigProperty(name = "registry.identity.client") Optional<String> client,
            @ConfigProperty(name = "registry.identity.secret") Optional<String> secret,
            @ConfigProperty(name = "registry.identity.key") Optional<String> key) {
        this.clients = clients;
        this.config = client.filter(name -> !name.isBlank() && issuer.isPresent())
                .filter(name -> secret.isPresent() || key.isPresent())
                .map(name -> OidcClientConfig.authServerUrl(issuer.get()).id("registry").clientId(name)
                        .earlyTokensAcquisition(false).connectionTimeout(Duration.ofSeconds(1)))
                .map(begun -> key.map(own -> withKey(begun, own, issuer.get()))
                        .orElseGet(() -> begun.credentials(secret.get())).build());
    }

    private static OidcClientConfigBuilder withKey(OidcClientConfigBuilder begun, String key, String issuer) {
        return begun.credentials().jwt().key(key).signatureAlgorithm(ALGORITHM).audience(issuer).endCredentials();
    }

    boolean isConfigured() {
        return config.isPresent();
    }

    /** The value of an {@code Authorization} header; empty if the service has no identity. */
    Uni<Optional<String>> authorization() {
        if (config.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return client().chain(tokens::getTokens).map(found -> Optional.of("Bearer " + found.getAccessToken()));
    }

    private Uni<OidcClient> client() {
        OidcClient made = known.get();
        return made != null ? Uni.createFrom().item(made) : clients.newClient(config.get()).invoke(known::set);
    }
}
