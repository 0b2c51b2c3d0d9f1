package org.harmregistry.sources.source.store;

import org.harmregistry.kit.identity.Caller;
import org.harmregistry.sources.source.domain.SourceAccess;

/**
 * For whom a query reads {@code source s}: which rows this reader may see, and which of each row's two faces. Whatever is
 * filtered, sorted, counted or answered goes through these expressions, so that nothing tells more than the answer itself.
 */
final class SourceAudience {

    private final boolean all;
    private final String organisation;

    private SourceAudience(boolean all, String organisation) {
        this.all = all;
        this.organisation = organisation;
    }

    static SourceAudience of(Caller caller) {
        return new SourceAudience(caller.readsAll(), caller.readsAll() ? null : caller.organisation());
    }

    /** The organisation whose records are this reader's own; {@code null} if there is none, or if the reader sees all. */
    String organisation() {
        return organisation;
    }

    String sees() {
        if (all) {
            return "true";
        }
        return organisation == null ? "s.in_public" : "(s.in_public or s.organisation = :own)";
    }

    /** The value for those who see the whole record, or what everybody sees. */
    String shown(String whole, String everybody) {
        if (all) {
            return whole;
        }
        return organisation == null ? everybody
                : "case when s.organisation = :own then " + whole + " else " + everybody + " end";
    }

    String content() {
        return shown("s.content", "coalesce(s.public_content, s.content)");
    }

    /** The name of the view, as in entity tags. */
    String view() {
        return shown(all ? "'" + SourceAccess.FULL + "'" : "'" + SourceAccess.OWN + "'", "'" + SourceAccess.PUBLIC + "'");
    }
}
