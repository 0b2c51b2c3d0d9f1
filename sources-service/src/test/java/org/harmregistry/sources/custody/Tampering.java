package org.harmregistry.sources.custody;

import static org.harmregistry.sources.custody.ChainWriting.behindTheBack;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import org.bson.Document;
import org.harmregistry.sources.testing.Stores;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;

/** One damage to one chain, done on the tables themselves, and where a right check must find it. */
final class Tampering {

    /** @param place the first entry that is not as it was written; one behind the last if only the end is wrong */
    record Damage(String what, long place, String flaw) {
    }

    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("act", "case act when 'copied' then 'sealed' else 'copied' end"), Map.entry("actor", "actor || 'x'"),
            Map.entry("at", "at + interval '1 microsecond'"),
            Map.entry("digest", "case when digest is null then 'sha-256:' || repeat('0', 64) else null end"),
            Map.entry("reason", "coalesce(reason, '') || '.'"), Map.entry("detail", "detail || '{\"added\": 1}'"),
            Map.entry("attachment_id", "gen_random_uuid()"),
            Map.entry("previous", "sha256(convert_to(random()::text, 'UTF8'))"),
            Map.entry("hash", "sha256(convert_to(random()::text, 'UTF8'))"), Map.entry("key_id", "key_id || '0'"),
            Map.entry("mac", "sha256(mac)"));
    private static final String ALL = "attachment_id, act, actor, at, digest, reason, detail, previous, hash, key_id, mac";

    private final Random random;
    private final UUID source;
    private final UUID other;
    private final int length;
    private final int otherLength;
    private final List<Integer> marks;
    private final String own;

    Tampering(Random random, UUID source, UUID other, int length, int otherLength, List<Integer> marks) {
        this.random = random;
        this.source = source;
        this.other = other;
        this.length = length;
        this.otherLength = otherLength;
        this.marks = marks;
        this.own = " where source_id = '" + source + "' ";
    }

    /** @param growth appends an entry as the service does */
    Damage any(Runnable growth) {
        return switch (random.nextInt(14)) {
            case 0, 1, 2 -> change();
            case 3 -> remove(1 + random.nextInt(length));
            case 4 -> removeAndClose(1 + random.nextInt(length - 1));
            case 5, 6 -> swap();
            case 7 -> insertAt(1 + random.nextInt(length));
            case 8 -> insertBehind();
            case 9 -> truncate(random.nextBoolean());
            case 10 -> rollBack();
            case 11 -> rollBackAndGrow(growth);
            case 12 -> random.nextBoolean() ? deleteHead() : changeHead();
            default -> random.nextInt(3) == 0 ? deleteAll() : random.nextBoolean() ? changeMark() : replaceByOther();
        };
    }

    private Damage change() {
        String column = COLUMNS.keySet().stream().sorted().skip(random.nextInt(COLUMNS.size())).findFirst().orElseThrow();
        int place = 1 + random.nextInt(length);
        behindTheBack("update custody_entry set " + column + " = " + COLUMNS.get(column) + own + "and sequence = " + place);
        return new Damage("change of " + column + " at " + place, place, "changed");
    }

    private Damage remove(int place) {
        behindTheBack("delete from custody_entry" + own + "and sequence = " + place);
        return new Damage("removal of " + place + " of " + length, place, place == length ? "truncated" : "removed");
    }

    private Damage removeAndClose(int place) {
        remove(place);
        shift(place + 1, -1);
        return new Damage("removal of " + place + " of " + length + " with the gap closed", place, "removed");
    }

    private Damage swap() {
        int one = 1 + random.nextInt(length - 1);
        int another = one + 1 + random.nextInt(length - one);
        behindTheBack("update custody_entry set sequence = 1000000" + own + "and sequence = " + one,
                "update custody_entry set sequence = " + one + own + "and sequence = " + another,
                "update custody_entry set sequence = " + another + own + "and sequence = 1000000");
        return new Damage("swap of " + one + " and " + another + " of " + length, one, "swapped");
    }

    private Damage insertAt(int place) {
        shift(place, 1);
        int copied = 1 + random.nextInt(otherLength);
        behindTheBack(
                "insert into custody_entry (source_id, sequence, " + ALL + ") select '" + source + "', " + place + ", " + ALL
                        + " from entry_then where source_id = '" + other + "' and sequence = " + copied);
        return new Damage("insertion at " + place + " of " + length, place, "inserted");
    }

    private Damage insertBehind() {
        int copied = 1 + random.nextInt(length);
        behindTheBack(
                "insert into custody_entry (source_id, sequence, " + ALL + ") select source_id, " + (length + 1) + ", " + ALL
                        + " from custody_entry" + own + "and sequence = " + copied);
        return new Damage("a copy of " + copied + " behind the end, " + length, length + 1L, "inserted");
    }

    private Damage truncate(boolean headForged) {
        int left = 1 + random.nextInt(length - 1);
        behindTheBack("delete from custody_entry" + own + "and sequence > " + left);
        if (headForged) {
            behindTheBack("update custody_head h set length = " + left + ", last_hash = (select hash from custody_entry e"
                    + " where e.source_id = h.source_id and e.sequence = " + left + ")" + own);
        }
        return new Damage("cut to " + left + " of " + length + (headForged ? " with a forged head" : ""), left + 1L,
                headForged ? "head_changed" : "truncated");
    }

    private int rolledBack() {
        int left = 1 + random.nextInt(length - 1);
        behindTheBack("delete from custody_entry" + own + "and sequence > " + left, "delete from custody_head" + own,
                "insert into custody_head select distinct on (source_id) * from head_then" + own + "and length <= " + left
                        + " order by source_id, length desc");
        int there = (int) ChainWriting.number("select length from custody_head" + own);
        behindTheBack("delete from custody_entry" + own + "and sequence > " + there);
        return there;
    }

    /** Chain and head as they once were: true in themselves, and older than the last checkpoint. */
    private Damage rollBack() {
        int left = rolledBack();
        return new Damage("rolled back to " + left + " of " + length, left + 1L, "checkpoint_mismatch");
    }

    private Damage rollBackAndGrow(Runnable growth) {
        int left = rolledBack();
        for (int i = left; i < length; i++) {
            growth.run();
        }
        int good = marks.stream().filter(mark -> mark <= left).max(Integer::compare).orElse(0);
        return new Damage("rolled back to " + left + " of " + length + " and grown again", good + 1L, "checkpoint_mismatch");
    }

    private Damage deleteHead() {
        behindTheBack("delete from custody_head" + own);
        return new Damage("head deleted", length + 1L, "head_missing");
    }

    private Damage changeHead() {
        String change = List
                .of("length = length + 1", "last_hash = sha256(last_hash)", "key_id = 'another'", "mac = sha256(mac)",
                        "length = length - 1")
                .get(random.nextInt(5));
        behindTheBack("update custody_head set " + change + own);
        return new Damage("head changed: " + change, length + 1L, "head_changed");
    }

    private Damage deleteAll() {
        behindTheBack("delete from custody_entry" + own, "delete from custody_head" + own);
        return new Damage("chain deleted", 1, "checkpoint_mismatch");
    }

    private Damage changeMark() {
        int mark = marks.get(random.nextInt(marks.size()));
        Stores.collection("custody_mark").updateMany(
                Filters.and(Filters.eq("source", source.toString()), Filters.eq("length", (long) mark)),
                Updates.set("lastHash", "00".repeat(32)));
        return new Damage("mark changed at " + mark, mark, "checkpoint_changed");
    }

    private Damage replaceByOther() {
        int place = 1 + random.nextInt(length);
        int copied = 1 + random.nextInt(otherLength);
        behindTheBack(
                "update custody_entry e set (" + ALL + ") = (select " + ALL + " from entry_then t where t.source_id = '" + other
                        + "' and t.sequence = " + copied + ")" + own + "and sequence = " + place);
        return new Damage("entry " + place + " replaced by another chain's " + copied, place, "changed");
    }

    private void shift(int from, int by) {
        behindTheBack("update custody_entry set sequence = sequence + 1000000" + own + "and sequence >= " + from,
                "update custody_entry set sequence = sequence - 1000000 + " + by + own + "and sequence > 1000000");
    }

    /** Puts everything back as it was. */
    void mend() {
        behindTheBack("delete from custody_entry" + own, "insert into custody_entry select * from entry_then" + own,
                "delete from custody_head" + own,
                "insert into custody_head select distinct on (source_id) * from head_then" + own
                        + "order by source_id, length desc");
        for (Document mark : Stores.collection("custody_mark").find(Filters.eq("source", source.toString()))) {
            long place = ((Number) mark.get("length")).longValue();
            String hash = ChainWriting.text("select encode(hash, 'hex') from custody_entry" + own + "and sequence = " + place);
            if (!hash.equals(mark.getString("lastHash"))) {
                Stores.collection("custody_mark").updateOne(Filters.eq("_id", mark.get("_id")), Updates.set("lastHash", hash));
            }
        }
    }
}
