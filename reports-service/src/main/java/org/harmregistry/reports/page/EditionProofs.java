package org.harmregistry.reports.page;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.reports.delivery.domain.PublicUrl;
import org.harmregistry.reports.edition.domain.Edition;
import org.harmregistry.reports.edition.domain.EditionFile;
import org.harmregistry.reports.edition.domain.EditionLogging;
import org.harmregistry.reports.edition.domain.EditionStatus;
import org.harmregistry.reports.edition.domain.EditionSuccession;
import org.harmregistry.reports.edition.domain.Editions;
import org.harmregistry.reports.log.domain.LogKeys;
import org.harmregistry.reports.log.domain.TileAddress;
import org.harmregistry.reports.wording.Wording;
import org.harmregistry.reports.wording.Wordings;

import io.smallrye.mutiny.Uni;

/**
 * Leads from an edition's page to all that proves it: files with their digests, entries of the log, the bundle, and the command
 * that checks it. It stands beside the frozen page, which was written before any of this was known.
 */
@ApplicationScoped
public class EditionProofs {

    private final Editions editions;
    private final EditionSuccession succession;
    private final EditionLogging log;
    private final LogKeys keys;
    private final PublicUrl address;
    private final Wordings wordings;

    public EditionProofs(Editions editions, EditionSuccession succession, EditionLogging log, LogKeys keys, PublicUrl address,
            Wordings wordings) {
        this.editions = editions;
        this.succession = succession;
        this.log = log;
        this.keys = keys;
        this.address = address;
        this.wordings = wordings;
    }

    /**
     * @param wording the language that the page is in
     * @param query what addresses of pages end with, for that language
     */
    Uni<ProofFace> of(Edition edition, Wording wording, String query) {
        return log.places(edition).chain(places -> succession.beside(edition)
                .map(beside -> face(edition, wording, query, places, beside)));
    }

    private ProofFace face(Edition edition, Wording wording, String query, List<EditionLogging.Place> places,
            EditionSuccession.Neighbours beside) {
        List<EditionLogging.Place> placed = places.stream().filter(place -> place.origin() != null).toList();
        String origin = placed.isEmpty() ? null : placed.get(placed.size() - 1).origin();
        List<String> trusted = origin == null ? List.of() : trusted(origin, placed);
        EditionSuccession.Link before = beside.before();
        EditionSuccession.Link after = beside.after();
        return new ProofFace(edition.id().toString(), before == null ? null : before.number(), page(before, wording, query),
                after == null ? null : after.number(), page(after, wording, query), files(edition, wording),
                places.stream().map(place -> entry(place, wording)).toList(), origin == null ? "" : root(origin), trusted,
                origin == null ? List.of() : commands(edition, root(origin), trusted));
    }

    /** The other edition's page, in the reader's language if it is in it. */
    private static String page(EditionSuccession.Link link, Wording wording, String query) {
        return link == null ? "" : "/editions/" + link.id() + (link.languages().contains(wording.language()) ? query : "");
    }

    /** The keys that signed what proves the edition, and the one that signs now. */
    private List<String> trusted(String origin, List<EditionLogging.Place> placed) {
        return Stream.concat(placed.stream().map(EditionLogging.Place::key), keys.verifierKeys(origin).stream().limit(1))
                .distinct().toList();
    }

    private List<ProofFace.File> files(Edition edition, Wording wording) {
        if (edition.status() == EditionStatus.WITHDRAWN) {
            return List.of();
        }
        return editions.files(edition).stream().map(file -> file(edition, file, wording)).toList();
    }

    private ProofFace.File file(Edition edition, EditionFile file, Wording wording) {
        String language = file.language() == null ? edition.language() : file.language();
        String href = "/api/v1/editions/" + edition.id() + "/files/" + file.format()
                + (language.equals(edition.language()) ? "" : "?language=" + language);
        return new ProofFace.File(file.format().toUpperCase(Locale.ROOT), wordings.in(language).languageName(), href,
                wording.number(file.bytes()), file.digest());
    }

    private static ProofFace.Entry entry(EditionLogging.Place place, Wording wording) {
        String text = wording.text("page.proof.kind." + place.kind());
        String at = wording.instant(place.at());
        if (place.origin() == null) {
            return new ProofFace.Entry(text, at, "", "", "", false);
        }
        String root = root(place.origin());
        return new ProofFace.Entry(text, at, wording.text("page.proof.place.of", place.index(), place.size()),
                root + "/proofs/inclusion/" + place.index() + "/" + place.size(),
                root + "/tile/entries/" + TileAddress.ofLeaf(place.index(), place.size()).path(), !place.matches());
    }

    /** The lasting address of a log, whose origin ends with the name of its epoch. */
    private static String root(String origin) {
        return "/api/v1/log/" + origin.substring(origin.lastIndexOf('/') + 1);
    }

    private List<String> commands(Edition edition, String root, List<String> trusted) {
        String file = "edition-" + edition.id() + ".zip";
        StringBuilder check = new StringBuilder("java -jar verifier.jar ").append(file);
        trusted.forEach(key -> check.append(" --key '").append(key).append('\''));
        return List.of("curl -f -o " + file + " " + address.of("/api/v1/editions/" + edition.id() + "/bundle"),
                check.append(" --checkpoint ").append(address.of(root + "/checkpoint")).toString());
    }
}
