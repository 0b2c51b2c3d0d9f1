package org.harmregistry.local.loader.ledger;

import java.net.URI;
import java.util.List;

import org.harmregistry.local.loader.client.DerivedId;
import org.harmregistry.local.loader.client.Wire.ExternalId;
import org.harmregistry.local.loader.client.Wire.SourceRow;

/**
 * A page that a figure was read from.
 *
 * @param kind what the page is to the figure, as the file says: "official", "press", …; null where it does not say
 * @param about what was read there
 */
public record LedgerSource(String url, String kind, String about) {

    public static final String SYSTEM = "coalition-ledger-page";

    /** What the page is matched by: the digest of its address. */
    public String key() {
        return DerivedId.digest(url);
    }

    /** The row to import. The page's own date is not in the file, so it stays unknown. */
    public SourceRow row() {
        String host = URI.create(url).getHost();
        return new SourceRow(List.of(new ExternalId(SYSTEM, key())), isOfficial() ? "statement" : "article",
                about + ", at " + host, url, host, null, null, medium(), null, "coalition-ledger", null,
                "Compiled for this project from the page named", "accepted", "public");
    }

    private boolean isOfficial() {
        return kind != null && kind.startsWith("official");
    }

    private String medium() {
        if (kind == null) {
            return null;
        }
        if (isOfficial()) {
            return "official_statement";
        }
        return kind.equals("civil society") ? "ngo_report" : "news";
    }
}
