package org.harmregistry.reports.feed;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.http.Preconditions;
import org.harmregistry.kit.json.CanonicalJson;
import org.harmregistry.kit.paging.CursorCodec;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.reports.definition.domain.Definitions;
import org.harmregistry.reports.delivery.domain.Announcement;
import org.harmregistry.reports.delivery.domain.Announcements;
import org.harmregistry.reports.delivery.domain.PublicUrl;
import org.harmregistry.reports.wording.Wording;
import org.harmregistry.reports.wording.Wordings;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** The feed over HTTP: of all reports or of one, in pages of 50 entries (RFC 5005), the newest first. */
@Path("/feed.atom")
public class FeedResource {

    private static final String TYPE = AtomFeed.TYPE + ";charset=UTF-8";
    private static final int ENTRIES = 50;

    private final UnitOfWork unitOfWork;
    private final Definitions definitions;
    private final Announcements announcements;
    private final Wordings wordings;
    private final CursorCodec cursors;
    private final PublicUrl publicUrl;

    FeedResource(UnitOfWork unitOfWork, Definitions definitions, Announcements announcements, Wordings wordings,
            CursorCodec cursors, PublicUrl publicUrl) {
        this.unitOfWork = unitOfWork;
        this.definitions = definitions;
        this.announcements = announcements;
        this.wordings = wordings;
        this.cursors = cursors;
        this.publicUrl = publicUrl;
    }

    @GET
    @Produces(TYPE)
    @PermitAll
    @Operation(hidden = true)
    public Uni<Response> feed(@QueryParam("report") String report, @QueryParam("language") String language,
            @QueryParam("after") String after, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        return Uni.createFrom().deferred(() -> {
            Wording wording = wording(language);
            Long before = after == null ? null : Long.valueOf(cursors.decode(binding(report), after, 1).get(0));
            return unitOfWork.run(session -> known(session, report)
                    .chain(() -> announcements.newest(session, report, before, ENTRIES + 1)))
                    .map(found -> answer(found, wording, report, address(report, language, after), ifNoneMatch));
        });
    }

    private Response answer(List<Announcement> found, Wording wording, String report, String self, String ifNoneMatch) {
        List<Announcement> shown = found.subList(0, Math.min(ENTRIES, found.size()));
        String next = found.size() > ENTRIES ? address(report, wording.language(), cursors.encode(binding(report),
                List.of(Long.toString(shown.get(ENTRIES - 1).id())))) : null;
        byte[] document = new AtomFeed(wording, publicUrl, self, next).written(shown);
        String tag = "\"" + CanonicalJson.digest(document).substring("sha-256:".length()) + "\"";
        Response.ResponseBuilder answer = Preconditions.isNotModified(ifNoneMatch, tag) ? Response.notModified()
                : Response.ok(document).type(TYPE).header("X-Content-Type-Options", "nosniff");
        return answer.header(HttpHeaders.ETAG, tag).header(HttpHeaders.CACHE_CONTROL, "public, max-age=10").build();
    }

    private Uni<?> known(Mutiny.Session session, String report) {
        return report == null ? Uni.createFrom().voidItem() : definitions.in(session, report);
    }

    private static String binding(String report) {
        return "feed/" + (report == null ? "" : report);
    }

    /** Path and query of a page; nothing in it needs escaping but what XML escapes. */
    private static String address(String report, String language, String after) {
        StringBuilder query = new StringBuilder();
        query.append(report == null ? "" : "&report=" + report);
        query.append(language == null || language.equals(Wordings.DEFAULT) ? "" : "&language=" + language);
        query.append(after == null ? "" : "&after=" + after);
        return query.isEmpty() ? "/feed.atom" : "/feed.atom?" + query.substring(1);
    }

    private Wording wording(String language) {
        if (language != null && !wordings.languages().contains(language)) {
            throw Failure.atParameter(CommonFailure.INVALID_PARAMETER, "language",
                    "Available: " + String.join(", ", wordings.languages()) + ".");
        }
        return wordings.in(language == null ? Wordings.DEFAULT : language);
    }
}
