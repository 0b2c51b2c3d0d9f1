package org.harmregistry.incidents;

import org.harmregistry.kit.testing.ApiDocument;
import org.harmregistry.kit.testing.PostgresResource;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class ContractTest {

    @Test
    void servesTheDocumentThatIsCommitted() {
        ApiDocument.check("incidents");
    }
}
