package org.harmregistry.kit.testing;

import java.util.Map;
import java.util.Set;

import org.eclipse.microprofile.config.spi.ConfigSource;

/** Settings of every test run: tokens are signed and checked with the key pair that lies beside the tests. */
public class TestSettings implements ConfigSource {

    private static final Map<String, String> SETTINGS = Map.of(
            "quarkus.oidc.public-key",
            "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAhxaKysSQnukF1F8KYuE/veNTiqQurAY3wT5vfkbsSfULe7I6Q1AbrnYV"
                    + "hNNwe8IhOEmr+PRrl0WP4O5+u89do9dJDyUg27J62s0e7Yu2Ys+LTVmKuubj3XlWZUl/aRqfvn+3XcyRvRDtQw6AuLqyoa4YieaV"
                    + "ad5e79KV7ZOlNOg6EfV8Z9MRaht272PKZqmD38NAM6lksW4NTk4rskUyrKP2SLK3mRhU7kKv1S8M33mnWJYhlrgGH1h46kyaaQ9S"
                    + "0L5tyOVz+Wd5wW7CQHjrBZe+EuO1xgLnqKmf8/8ESrOp3IwcFw24qydIBuCwt07/LJ+/WPSJ8MA9tHnZGklXewIDAQAB",
            "smallrye.jwt.sign.key.location", "token-test-key.pem");

    @Override
    public Set<String> getPropertyNames() {
        return SETTINGS.keySet();
    }

    @Override
    public String getValue(String name) {
        return SETTINGS.get(name);
    }

    @Override
    public String getName() {
        return "test settings of the service kit";
    }

    @Override
    public int getOrdinal() {
        return 270;
    }
}
