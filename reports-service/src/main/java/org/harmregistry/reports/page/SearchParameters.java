package org.harmregistry.reports.page;

import java.util.HashMap;
import java.util.Map;

import jakarta.ws.rs.QueryParam;

import org.harmregistry.reports.search.SearchForm;

/** The fields of the search as they come in an address, under the names that they have in the API. */
public class SearchParameters {

    @QueryParam("q")
    String q;

    @QueryParam("place")
    String place;

    @QueryParam("from")
    String from;

    @QueryParam("to")
    String to;

    @QueryParam("gradings")
    String gradings;

    @QueryParam("party")
    String party;

    @QueryParam("bbox")
    String bbox;

    @QueryParam("sort")
    String sort;

    @QueryParam("after")
    String after;

    SearchForm form() {
        Map<String, String> given = new HashMap<>();
        given.put("q", q);
        given.put("place", place);
        given.put("from", from);
        given.put("to", to);
        given.put("gradings", gradings);
        given.put("party", party);
        given.put("bbox", bbox);
        given.put("sort", sort);
        given.put("after", after);
        return new SearchForm(given);
    }
}
