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
        return new SourceAudience(caller.readsAll(), caller.organisation());
    }

    /** The value of {@code :own}, the organisation whose records are this reader's own; {@code null} if nothing asks for it. */
    String own() {
        return all && organisation == null ? "" : organisation;
    }

    /** True if this reader sees only what everybody sees. */
    boolean isEverybody() {
        return !all && organisation == null;
    }

    /** Which of the words {@code w} this reader may find sources by. */
    String finds() {
        if (all) {
            return "true";
        }
        return organisation == null ? "w.everybody" : "(w.everybody or w.organisation = :own)";
    }

    /**
     * Which rows this reader may see.
     *
     * @param past whether they are past states; today's rights apply to them
     */
    String sees(boolean past) {
        if (all) {
            // What may be kept and nothing else is its own organisation's alone.
            return past ? "(s.organisation = :own or not exists (select 1 from source k where k.id = s.id and k.kept_only))"
                    : "(not s.kept_only or s.organisation = :own)";
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

    /** The version counts only what this reader can see, and so does the time of the last change. */
    String version() {
        return shown("s.version", "s.public_version");
    }

    String updatedAt() {
        return shown("s.updated_at", "s.public_updated_at");
    }

    /** The name of the view, as in entity tags. */
    String view() {
        return shown(all ? "'" + SourceAccess.FULL + "'" : "'" + SourceAccess.OWN + "'", "'" + SourceAccess.PUBLIC + "'");
    }
}
