package org.harmregistry.incidents.incident.store;

import org.harmregistry.kit.identity.Caller;

/**
 * For whom a query reads {@code incident i}: which rows this reader may see, and which of each row's two faces. Whatever is
 * filtered, sorted, counted or answered goes through these expressions, so that nothing tells more than the answer itself.
 */
public final class Audience {

    /** The parties of a past state, as {@code p}. */
    static final String PAST_PARTIES = "jsonb_to_recordset(case when jsonb_typeof(i.document -> 'parties') = 'array'"
            + " then i.document -> 'parties' end) as p(party text, role text, rule text)";
    /** Of a past state: a record that was merged since is shown to those only who may see what speaks for it today. */
    private static final String SUCCESSOR_PUBLIC = "not exists (select 1 from incident m join incident s"
            + " on s.id = cast(m.facts #>> '{lineage,mergedInto}' as uuid)"
            + " where m.id = i.id and m.status = 'merged' and not (s.status = 'accepted' and s.publication = 'public'))";
    private static final String PUBLIC = "i.status = 'accepted' and i.publication = 'public'";

    private final boolean all;
    private final String organisation;
    private final boolean past;

    private Audience(boolean all, String organisation, boolean past) {
        this.all = all;
        this.organisation = organisation;
        this.past = past;
    }

    static Audience of(Caller caller, boolean past) {
        return new Audience(caller.readsAll(), caller.readsAll() ? null : caller.organisation(), past);
    }

    /** The organisation whose records are this reader's own; {@code null} if there is none, or if the reader sees all. */
    public String organisation() {
        return organisation;
    }

    /** True if this reader sees only what everybody sees. */
    public boolean isEverybody() {
        return !all && organisation == null;
    }

    public boolean seesAll() {
        return all;
    }

    String source() {
        return past ? "incident_as_of(cast(:asOf as timestamptz)) i" : "incident i";
    }

    String sees() {
        if (all) {
            return "true";
        }
        String everybody = past ? PUBLIC + " and i.public_today and " + SUCCESSOR_PUBLIC : PUBLIC;
        return organisation == null ? everybody : "(i.organisation = :organisation or " + everybody + ")";
    }

    /** The value for those who see the whole record, or what everybody sees. */
    public String shown(String whole, String everybody) {
        if (all) {
            return whole;
        }
        return organisation == null ? everybody
                : "case when i.organisation = :organisation then " + whole + " else " + everybody + " end";
    }

    public String lat() {
        return shown("i.lat", "i.public_lat");
    }

    public String lon() {
        return shown("i.lon", "i.public_lon");
    }

    public String version() {
        return shown("i.version", "i.public_version");
    }

    public String updatedAt() {
        return shown("i.updated_at", "i.public_updated_at");
    }

    public String document() {
        return shown("i.document", "coalesce(i.public_document, i.document)");
    }

    /** The name of the view, as in entity tags. */
    public String view() {
        return shown(all ? "'full'" : "'own'", "'public'");
    }
}
