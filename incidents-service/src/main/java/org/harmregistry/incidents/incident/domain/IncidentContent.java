package org.harmregistry.incidents.incident.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.harmregistry.kit.problem.Failure;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What those who may write an incident say about it; everything else about it is the registry's.
 *
 * @param externalIds what other systems call it, at most 20
 * @param title one line, at most 500 characters
 * @param summary what happened, at most 20,000 characters
 * @param texts title and summary in other languages, at most 20
 * @param occurred when
 * @param place where
 * @param strike by what means
 * @param parties who took part or may be responsible, at most 50
 * @param harm what was done to people
 * @param infrastructure what was hit
 * @param impacts what people lost beyond lives and buildings
 * @param dataset name of the public data set that the record was taken from
 * @param licence licence of that data set
 * @param attribution whom its licence asks to credit
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record IncidentContent(List<ExternalId> externalIds, String title, String summary, List<TextInLanguage> texts,
        Occurrence occurred, Place place, Strike strike, List<PartyInvolvement> parties, Harm harm,
        List<Infrastructure> infrastructure, List<Impact> impacts, String dataset, String licence, String attribution) {

    static final int MAX_TITLE = 500;
    static final int MAX_SUMMARY = 20_000;
    private static final Pattern DATASET = Pattern.compile("[a-z0-9][a-z0-9._-]{0,79}");

    public IncidentContent {
        externalIds = Bounds.list(externalIds, 20, "/externalIds");
        Bounds.text(Bounds.required(title, "/title"), MAX_TITLE, "/title");
        Bounds.text(summary, MAX_SUMMARY, "/summary");
        texts = Bounds.list(texts, 20, "/texts");
        Bounds.required(occurred, "/occurred");
        parties = Bounds.list(parties, 50, "/parties");
        infrastructure = Bounds.list(infrastructure, Infrastructure.values().length, "/infrastructure");
        impacts = Bounds.list(impacts, Impact.values().length, "/impacts");
        Bounds.form(dataset, DATASET, "/dataset", "A data set is named like ucdp-ged-syria.");
        Bounds.text(licence, 200, "/licence");
        Bounds.text(attribution, 1_000, "/attribution");
        refuseRepeated(externalIds, IncidentFailure.EXTERNAL_ID_REPEATED, "/externalIds");
        refuseRepeated(parties, IncidentFailure.PARTY_REPEATED, "/parties");
    }

    private static <T> void refuseRepeated(List<T> entries, IncidentFailure failure, String pointer) {
        Set<T> seen = new HashSet<>();
        for (int i = 0; i < entries.size(); i++) {
            if (!seen.add(entries.get(i))) {
                throw Failure.at(failure, pointer + "/" + i, failure.title() + ".");
            }
        }
    }

    /** What the registry finds worth a remark. */
    public List<DataQualityFinding> findings() {
        List<DataQualityFinding> findings = new ArrayList<>();
        String disorder = harm == null || harm.totalsAsPublished() == null ? null : harm.totalsAsPublished().disorder();
        if (disorder != null) {
            findings.add(new DataQualityFinding(disorder, "/harm/totalsAsPublished"));
        }
        if (occurred.isFinerThanItsDays()) {
            findings.add(new DataQualityFinding("precision_finer_than_days", "/occurred/precision"));
        }
        addLarger(findings, killed(), "/harm/killed/");
        addLarger(findings, injured(), "/harm/injured/");
        return List.copyOf(findings);
    }

    private static void addLarger(List<DataQualityFinding> findings, Casualties casualties, String pointer) {
        if (casualties != null) {
            casualties.largerThanCivilians()
                    .forEach(group -> findings.add(new DataQualityFinding("group_above_civilians", pointer + group)));
        }
    }

    /** The point as the record knows it, or {@code null}. */
    public GeoPoint point() {
        return place == null ? null : place.point();
    }

    /** People killed, or {@code null}. */
    public Casualties killed() {
        return harm == null ? null : harm.killed();
    }

    /** People injured, or {@code null}. */
    public Casualties injured() {
        return harm == null ? null : harm.injured();
    }

    /** The strike status as recorded, or {@code null}. */
    public StrikeStatus strikeStatus() {
        return strike == null ? null : strike.status();
    }

    /** The same with another strike status. */
    public IncidentContent withStrikeStatus(StrikeStatus status) {
        Strike ruled = strike == null ? new Strike(status, null, null, null, null)
                : new Strike(status, strike.types(), strike.count(), strike.munitions(), strike.targets());
        return with(ruled, harm);
    }

    /** The same with other numbers of killed and injured. */
    public IncidentContent withCasualties(Casualties killed, Casualties injured) {
        return with(strike, new Harm(harm == null ? null : harm.reported(), killed, injured,
                harm == null ? null : harm.totalsAsPublished()));
    }

    private IncidentContent with(Strike otherStrike, Harm otherHarm) {
        return new IncidentContent(externalIds, title, summary, texts, occurred, place, otherStrike, parties, otherHarm,
                infrastructure, impacts, dataset, licence, attribution);
    }

    /** A record taken from a public data set hides nothing by a cell: its source is public at the finer accuracy. */
    boolean pointIsPublic() {
        return dataset != null;
    }

    /** The content as everybody may see it. */
    public IncidentContent forEverybody() {
        if (pointIsPublic() || place == null) {
            return this;
        }
        return new IncidentContent(externalIds, title, summary, texts, occurred, place.blurred(), strike, parties, harm,
                infrastructure, impacts, dataset, licence, attribution);
    }
}
