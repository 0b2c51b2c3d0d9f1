package org.harmregistry.sources.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.harmregistry.sources.testing.Requests.as;
import static org.harmregistry.sources.testing.Requests.idOf;
import static org.harmregistry.sources.witness.Witnesses.FIRST;
import static org.harmregistry.sources.witness.Witnesses.interviewOf;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.sources.testing.Stores;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/**
 * Whoever has all tables, all documents and a list of 100,000 names with the right one among them learns nothing: no name, in
 * any form that a thief would try, leads to anything that is kept. The same thief finds a name that is kept under a plain
 * digest, or under a key that lies in the dump.
 */
@QuarkusTest
@WithTestResource(value = Stores.class, scope = TestResourceScope.GLOBAL)
class NameDictionaryTest {

    private static final int NAMES = 100_000;
    /** As short as tokens are cut, in hexadecimal digits. */
    private static final int SHORTEST = 32;
    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-f]{" + SHORTEST + ",}");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{20,}");
    private static final String PERSON = "Test Pérson Ninety-Nine";

    /** Beginnings of everything in the dump that could be a digest. */
    private final Set<String> kept = new HashSet<>();
    private final List<byte[]> keysInTheDump = new ArrayList<>();

    @Test
    void aStolenDumpAndAHundredThousandNamesGiveNoMatch() throws Exception {
        String source = interviewOf(PERSON);
        steal(source);
        assertThat(kept).hasSizeGreaterThan(20);

        assertThat(attack(NAMES)).isEmpty();

        as(FIRST).body("{\"name\": \"test PERSON  ninety nine\"}").post("/api/v1/sources/identity-searches").then()
                .statusCode(200).body("items.source", hasItem(idOf(source)));
        keep(hex("HmacSHA256", idOf(source), PERSON.toLowerCase(Locale.ROOT)));
        assertThat(attack(1_000)).containsExactly(PERSON);
        kept.clear();
        keep(Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(PERSON.getBytes(
                StandardCharsets.UTF_8))));
        assertThat(attack(1_000)).containsExactly(PERSON);
    }

    private void steal(String source) throws SQLException {
        try (Connection superuser = PostgresResource.asSuperuser(); Statement statement = superuser.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("select format('%I.%I', schemaname, tablename) from pg_tables"
                    + " where schemaname = 'public' and (tablename like 'witness%' or tablename like 'custody%'"
                    + " or tablename like 'guarded%' or tablename in ('revision', 'source_consent', 'idempotency_key'))")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet rows = statement.executeQuery("select cast(t as text) from " + table + " t where cast(t as text)"
                        + " like '%" + idOf(source) + "%'")) {
                    while (rows.next()) {
                        keep(rows.getString(1));
                    }
                }
            }
        }
        Stores.documents().stream().filter(document -> document.contains(idOf(source))).forEach(this::keep);
        for (String key : List.of(idOf(source), "", "key", "name", "registry", "witness", "public")) {
            keysInTheDump.add(key.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void keep(String text) {
        for (Matcher found = HEXADECIMAL.matcher(text); found.find();) {
            kept.add(found.group().substring(0, SHORTEST));
        }
        for (Matcher found = BASE64.matcher(text); found.find();) {
            kept.add(found.group().substring(0, 20));
        }
    }

    /** The names of the dictionary that lead to something in the dump. */
    private List<String> attack(int names) throws GeneralSecurityException {
        List<MessageDigest> digests = new ArrayList<>();
        for (String algorithm : List.of("SHA-256", "SHA-512", "SHA-1", "MD5")) {
            digests.add(MessageDigest.getInstance(algorithm));
        }
        List<Mac> macs = new ArrayList<>();
        for (byte[] key : keysInTheDump) {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, "HmacSHA256"));
            macs.add(mac);
        }
        List<String> matches = new ArrayList<>();
        for (int i = 0; i < names; i++) {
            String name = i == names / 2 ? PERSON : "Test person of the dictionary " + i;
            if (leads(name, digests, macs)) {
                matches.add(name);
            }
        }
        return matches;
    }

    private boolean leads(String name, List<MessageDigest> digests, List<Mac> macs) {
        String lower = name.toLowerCase(Locale.ROOT);
        String plain = Normalizer.normalize(lower, Normalizer.Form.NFKD).replaceAll("[^a-z ]", "");
        for (String form : List.of(name, lower, plain, "name\n" + plain)) {
            byte[] bytes = form.getBytes(StandardCharsets.UTF_8);
            for (MessageDigest digest : digests) {
                if (isKept(digest.digest(bytes))) {
                    return true;
                }
            }
            for (Mac mac : macs) {
                if (isKept(mac.doFinal(bytes))) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isKept(byte[] digest) {
        return kept.contains(HexFormat.of().formatHex(digest, 0, SHORTEST / 2))
                || kept.contains(Base64.getEncoder().encodeToString(Arrays.copyOf(digest, 15)));
    }

    private static String hex(String algorithm, String key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
