package org.harmregistry.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.harmregistry.kit.testing.PostgresResource;
import org.junit.jupiter.api.Test;

import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Whom the running service asks about a token, and in which order. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class TokenProvidersTest {

    @Inject
    @Any
    Instance<IdentityProvider<?>> providers;

    /** Asked second, what is remembered would never be asked for: each request would verify its signature again. */
    @Test
    void whatIsRememberedIsAskedBeforeWhatVerifies() {
        List<? extends IdentityProvider<?>> asked = providers.stream()
                .filter(provider -> provider.getRequestType().equals(TokenAuthenticationRequest.class))
                .sorted(Comparator.comparingInt((IdentityProvider<?> provider) -> provider.priority()).reversed()).toList();

        assertThat(asked).hasSizeGreaterThan(1);
        assertThat(asked.get(0)).isInstanceOf(VerifiedTokens.class);
        assertThat(asked.get(1).priority()).isLessThan(asked.get(0).priority());
    }
}
