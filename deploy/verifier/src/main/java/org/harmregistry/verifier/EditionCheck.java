package org.harmregistry.verifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Goes through a bundle: container, sums, figures and files, and each entry of the log. */
final class EditionCheck {

    private static final String EDITION = "edition.json";
    private static final String SUMS = "SHA256SUMS";
    private static final Pattern FOLDER = Pattern.compile("log/([1-9][0-9]{0,3}-[a-z]{1,20})/leaf\\.json");

    private final Bundle bundle;
    private final Report report;
    private final List<VerifierKey> trusted;
    private final List<SignedCheckpoint> checkpoints = new ArrayList<>();

    /** @param trusted keys of logs that came in another way; none, to take the bundle's own */
    EditionCheck(Bundle bundle, Report report, List<VerifierKey> trusted) {
        this.bundle = bundle;
        this.report = report;
        this.trusted = List.copyOf(trusted);
    }

    /** The checkpoints under which the edition is logged, as far as they hold. */
    List<SignedCheckpoint> checkpoints() {
        return checkpoints;
    }

    void run() {
        report.check("the file holds what it names and nothing else", () -> {
            if (!bundle.isPlain()) {
                throw new NotSoundException("its container differs from the one that follows from its contents");
            }
        });
        report.check("every file has the sum that " + SUMS + " gives it", this::sums);
        report.check("edition.json names the edition", this::title);
        report.check("the figures are those of the edition", this::figures);
        report.check("the files are those of the edition", this::files);
        List<String> folders = folders();
        report.check("the log has an entry about the edition", () -> {
            if (folders.isEmpty()) {
                throw new NotSoundException("there is none in the bundle");
            }
        });
        folders.forEach(this::entry);
    }

    private void sums() throws NotSoundException {
        StringBuilder expected = new StringBuilder();
        for (String name : bundle.names()) {
            if (!name.equals(SUMS)) {
                expected.append(Sha256.hex(bundle.get(name))).append("  ").append(name).append('\n');
            }
        }
        String given = bundle.text(SUMS);
        if (given.equals(expected.toString())) {
            return;
        }
        for (String line : expected.toString().split("\n")) {
            if (!(given.startsWith(line + "\n") || given.contains("\n" + line + "\n"))) {
                throw new NotSoundException("not so for " + line.substring(line.indexOf("  ") + 2));
            }
        }
        throw new NotSoundException("it lists more than there is");
    }

    private void title() throws NotSoundException {
        Map<String, Object> edition = edition();
        report.say("        " + Json.text(edition, "title") + " - edition " + number(edition) + ", published "
                + Json.text(edition, "publishedAt"));
    }

    private void figures() throws NotSoundException {
        if (bundle.find("figures.json").isEmpty()) {
            report.note("the bundle holds no figures: their digest is " + Json.text(edition(), "figures"));
            return;
        }
        same("figures.json", Json.text(edition(), "figures"));
    }

    private void files() throws NotSoundException {
        List<String> known = new ArrayList<>();
        for (Map<?, ?> file : Json.objects(edition(), "files")) {
            String language = file.get("language") instanceof String found ? "-" + found : "";
            String name = "files/edition" + language + "." + file.get("format");
            known.add(name);
            if (bundle.find(name).isEmpty()) {
                report.note(name + " is not in the bundle: its digest is " + file.get("digest"));
            } else {
                same(name, String.valueOf(file.get("digest")));
            }
        }
        for (String name : bundle.names()) {
            if (name.startsWith("files/") && !known.contains(name)) {
                throw new NotSoundException(name + " does not belong to the edition");
            }
        }
    }

    private void same(String name, String digest) throws NotSoundException {
        if (!Sha256.named(bundle.get(name)).equals(digest)) {
            throw new NotSoundException(name + " has another digest");
        }
    }

    /** The folders of the log, in the order of their numbers. */
    private List<String> folders() {
        return bundle.names().stream().map(FOLDER::matcher).filter(Matcher::matches).map(found -> found.group(1))
                .sorted((one, other) -> Integer.compare(order(one), order(other))).toList();
    }

    private static int order(String folder) {
        return Integer.parseInt(folder.substring(0, folder.indexOf('-')));
    }

    private void entry(String folder) {
        String place = "log/" + folder + "/";
        report.check("entry " + folder + " is about this edition", () -> about(place, folder));
        report.check("entry " + folder + " commits to this edition's statement", () -> commitment(place));
        report.check("entry " + folder + " is in the log, under a signed checkpoint", () -> included(place));
    }

    private void about(String place, String folder) throws NotSoundException {
        Map<String, Object> leaf = Json.object(bundle.get(place + "leaf.json"), place + "leaf.json");
        Map<String, Object> edition = edition();
        Object period = edition.get("period") instanceof Map<?, ?> named ? named.get("key") : null;
        boolean same = Json.text(leaf, "edition").equals(edition.get("id"))
                && Json.text(leaf, "report").equals(edition.get("report")) && Json.text(leaf, "period").equals(period)
                && number(leaf).equals(number(edition));
        if (!same || !folder.endsWith("-" + Json.text(leaf, "kind"))) {
            throw new NotSoundException("it names another one");
        }
        report.say("        " + Json.text(leaf, "kind") + " at " + Json.text(leaf, "at"));
    }

    private void commitment(String place) throws NotSoundException {
        String salt = bundle.line(place + "salt");
        if (!salt.matches("[0-9a-f]{64}")) {
            throw new NotSoundException("its salt is not 32 bytes in hexadecimal digits");
        }
        byte[] statement = bundle.find(place + EDITION).orElse(bundle.get(EDITION));
        Map<String, Object> leaf = Json.object(bundle.get(place + "leaf.json"), place + "leaf.json");
        if (!Sha256.named(HexFormat.of().parseHex(salt), Sha256.of(statement)).equals(Json.text(leaf, "commitment"))) {
            throw new NotSoundException("its commitment is to something else");
        }
        Map<String, Object> own = Json.object(statement, "the statement");
        if (!Json.text(own, "id").equals(edition().get("id")) || !Json.text(own, "figures").equals(edition().get("figures"))) {
            throw new NotSoundException("its statement is of another edition");
        }
    }

    private void included(String place) throws NotSoundException {
        VerifierKey own = VerifierKey.of(bundle.line(place + "key"));
        LogProof proof = LogProof.of(bundle.text(place + "leaf.tlog-proof"));
        SignedCheckpoint checkpoint = proof.checkpoint();
        checkpoint.check(own);
        if (!trusted.isEmpty()) {
            checkpoint.checkAny(trusted);
        }
        byte[] leaf = MerklePath.leaf(bundle.get(place + "leaf.json"));
        if (!Arrays.equals(MerklePath.root(leaf, proof.index(), checkpoint.size(), proof.path()),
                checkpoint.root())) {
            throw new NotSoundException("its path does not lead to the signed root");
        }
        report.say("        place " + proof.index() + " of " + checkpoint.size() + " in the log " + checkpoint.origin());
        checkpoints.add(checkpoint);
    }

    private Map<String, Object> edition() throws NotSoundException {
        return Json.object(bundle.get(EDITION), EDITION);
    }

    private static String number(Map<String, Object> object) throws NotSoundException {
        if (object.get("number") instanceof Json.Number number) {
            return number.text();
        }
        throw new NotSoundException("the member number is missing or is no number");
    }
}
