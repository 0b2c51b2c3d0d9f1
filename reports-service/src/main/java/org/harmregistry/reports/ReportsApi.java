package org.harmregistry.reports;

import jakarta.ws.rs.core.Application;

import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Contact;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.servers.Server;

/** What the document of this service's API says of the whole. */
@OpenAPIDefinition(info = @Info(title = "Civilian Harm Registry: reports", version = "1.0.0", description = "Definitions of reports, their published editions, and the means to check them. Refusals are "
        + "application/problem+json (RFC 9457) with a stable code.", contact = @Contact(name = "Civilian Harm Registry"), license = @License(name = "Apache-2.0", identifier = "Apache-2.0")), servers = @Server(url = "/"))
public class ReportsApi extends Application {
}
