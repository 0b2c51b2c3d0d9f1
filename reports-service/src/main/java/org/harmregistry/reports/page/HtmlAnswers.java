package org.harmregistry.reports.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;

/** Answers with pages: nothing may run in them, nothing is fetched for them, and only their own style sheet applies. */
final class HtmlAnswers {

    static final String TYPE = "text/html;charset=UTF-8";
    static final String SNIFFING = "nosniff";
    static final String REFERRER = "no-referrer";
    private static final String STYLE = "<style>";

    private HtmlAnswers() {
    }

    static Response page(String rendered, String ifNoneMatch) {
        return PreparedPage.of(rendered).answer(ifNoneMatch);
    }

    /** A page that nobody else is to get: its address is a key. */
    static Response personal(String rendered) {
        return PreparedPage.unkept(Response.Status.OK.getStatusCode(), rendered).answer(null);
    }

    static Response refusal(int status, String rendered) {
        return PreparedPage.unkept(status, rendered).answer(null);
    }

    static ResponseBuilder secured(ResponseBuilder answer, String policy) {
        return answer.type(TYPE).header("Content-Security-Policy", policy)
                .header("X-Content-Type-Options", SNIFFING).header("Referrer-Policy", REFERRER);
    }

    /** The one style sheet is allowed by its digest, taken from the page itself: an old edition keeps its own. */
    static String policy(String html) {
        int from = html.indexOf(STYLE) + STYLE.length();
        String style = html.substring(from, html.indexOf("</style>", from));
        return "default-src 'none'; style-src 'sha256-" + sha256(style) + "'; base-uri 'none'; form-action "
                + (html.contains("<form ") ? "'self'" : "'none'") + "; frame-ancestors 'none'";
    }

    private static String sha256(String text) {
        try {
            return Base64.getEncoder().encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
