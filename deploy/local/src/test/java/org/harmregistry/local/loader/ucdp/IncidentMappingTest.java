package org.harmregistry.local.loader.ucdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.harmregistry.local.loader.ucdp.Ged.EVENTS;
import static org.harmregistry.local.loader.ucdp.Ged.PARTIES;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.harmregistry.local.loader.client.RegistryClient;
import org.harmregistry.local.loader.client.Wire.IncidentRow;
import org.harmregistry.local.loader.client.Wire.PartyBody;
import org.harmregistry.local.loader.client.Wire.PartyEntry;
import org.junit.jupiter.api.Test;

class IncidentMappingTest {

    private static final IncidentMapping MAPPING = new IncidentMapping(PARTIES, SuspicionRule.ALL);
    private static final List<IncidentRow> ROWS = EVENTS.stream().map(MAPPING::row).toList();

    @Test
    void theBattleOfRaqqaHasTheFiguresOfTheRawFile() {
        List<IncidentRow> battle = battle();

        assertThat(battle).hasSize(421);
        assertThat(battle).filteredOn(row -> row.harm().killed().civilians().min() > 0).hasSize(228);
        assertThat(battle.stream().mapToInt(row -> row.harm().killed().civilians().min()).sum()).isEqualTo(2_124);
        assertThat(battle.stream().mapToInt(row -> row.harm().killed().civilians().max()).sum()).isEqualTo(2_249);
        assertThat(battle.stream().mapToInt(row -> row.harm().totalsAsPublished().low()).sum()).isEqualTo(4_698);
        assertThat(battle.stream().mapToInt(row -> row.harm().totalsAsPublished().best()).sum()).isEqualTo(4_857);
        assertThat(battle.stream().mapToInt(row -> row.harm().totalsAsPublished().high()).sum()).isEqualTo(5_815);
    }

    @Test
    void theTownAloneIs348EventsAnd2042Civilians() {
        List<IncidentRow> town = battle().stream().filter(row -> row.place().name().equals("Ar Raqqah town")).toList();

        assertThat(town).hasSize(348);
        assertThat(town.stream().mapToInt(row -> row.harm().killed().civilians().min()).sum()).isEqualTo(2_042);
    }

    @Test
    void governoratesAreTakenFromTheFileByName() {
        Map<String, Long> byCode = ROWS.stream()
                .collect(Collectors.groupingBy(row -> String.valueOf(row.place().admin1()), Collectors.counting()));

        assertThat(byCode).containsExactlyInAnyOrderEntriesOf(Map.ofEntries(Map.entry("SY02", 2550L), Map.entry("SY03", 1605L),
                Map.entry("SY11", 1277L), Map.entry("SY09", 1271L), Map.entry("SY04", 1142L), Map.entry("SY05", 888L),
                Map.entry("SY07", 835L), Map.entry("SY12", 800L), Map.entry("SY01", 343L), Map.entry("SY08", 318L),
                Map.entry("SY06", 299L), Map.entry("null", 240L), Map.entry("SY14", 128L), Map.entry("SY13", 56L),
                Map.entry("SY10", 5L)));
    }

    @Test
    void accuracyClaimsNoMoreThanTheFile() {
        Map<String, Long> byAccuracy = ROWS.stream()
                .collect(Collectors.groupingBy(row -> String.valueOf(row.place().accuracy()), Collectors.counting()));

        assertThat(byAccuracy).containsExactlyInAnyOrderEntriesOf(
                Map.of("town", 4518L, "village", 1208L, "city", 298L, "exact_location_other", 6411L - 4518 - 1208 - 298,
                        "district", 4057L + 206, "province_governorate", 510L, "null", 372L + 201));
    }

    @Test
    void datePrecisionIsNamed() {
        assertThat(ROWS.stream().collect(Collectors.groupingBy(row -> row.occurred().precision(), Collectors.counting())))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("day", 11_058L, "span", 556L, "week", 14L, "month", 96L, "year", 33L));
    }

    @Test
    void aRowReadsAsTheApiTakesIt() throws Exception {
        IncidentRow row = MAPPING.row(Ged.event("242985"));

        assertThat(row.title()).isEqualTo("Non-state conflict: IS - SDF, Al Matabb town, 2017-03-08");
        assertThat(row.summary()).contains("6 of IS, 0 of SDF, 24 civilians, 0 unknown");
        assertThat(row.parties()).extracting(PartyEntry::party, PartyEntry::role, PartyEntry::rule).containsExactly(
                tuple("is", "belligerent", null), tuple("sdf", "belligerent", null),
                tuple("coalition", "suspected", "headline-names-coalition-1"),
                tuple("coalition", "suspected", "airwars-series-1"));
        assertThat(RegistryClient.JSON.writeValueAsString(row.place()))
                .isEqualTo("{\"name\":\"Al Matabb town\",\"country\":\"SY\","
                        + "\"admin1\":\"SY11\",\"point\":{\"lat\":35.810109,\"lon\":39.620643},\"accuracy\":\"town\",\"provider\":\"ucdp\"}");
        assertThat(RegistryClient.JSON.writeValueAsString(row.harm())).isEqualTo("{\"reported\":true,\"killed\":{\"civilians\":"
                + "{\"min\":24,\"max\":24}},\"totalsAsPublished\":{\"scheme\":\"ucdp-ged\",\"low\":30,\"best\":30,\"high\":30}}");
    }

    @Test
    void everyPartyNamedIsCreatedFirst() {
        Map<String, PartyBody> created = PARTIES.bodies(EVENTS);
        Set<String> named = ROWS.stream().flatMap(row -> row.parties().stream()).map(PartyEntry::party)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).doesNotContain("civilians").allMatch(slug -> slug.matches("[a-z0-9]+(-[a-z0-9]+)*"));
        named.removeAll(Set.of("coalition", "united-states", "sdf", "is"));
        assertThat(created.keySet()).containsExactlyInAnyOrderElementsOf(named).hasSize(58 - 1 - 3);
        assertThat(created.get("government-of-syria").kind()).isEqualTo("state");
        assertThat(created.get("mare-operations-room").kind()).isEqualTo("armed_group");
        assertThat(created).containsKeys("jaysh-al-ashaer", "tahrir-al-sham-army", "ndf-syria",
                "rahman-corps-abu-al-joud-al-arbini-faction");
    }

    @Test
    void alliedSidesArePartiesEachAndPublishedAsOneInTheTitle() {
        GedEvent allied = EVENTS.stream().filter(event -> event.a().name().equals("Ahrar al-Sham, HTS, Southern Front"))
                .findFirst().orElseThrow();

        assertThat(MAPPING.row(allied).parties()).extracting(PartyEntry::party).containsExactly("ahrar-al-sham", "hts",
                "southern-front", "is");
        assertThat(MAPPING.row(allied).title()).contains("Ahrar al-Sham, HTS, Southern Front - IS");
    }

    @Test
    void noPartyEntryIsThereTwice() {
        assertThat(ROWS).allSatisfy(row -> assertThat(row.parties()).doesNotHaveDuplicates());
        assertThat(ROWS.stream().map(IncidentRow::title).max(Comparator.comparingInt(String::length)).orElseThrow())
                .hasSizeLessThan(300);
    }

    private static List<IncidentRow> battle() {
        return ROWS.stream().filter(row -> "SY11".equals(row.place().admin1()))
                .filter(row -> row.occurred().from().compareTo("2017-06-06") >= 0)
                .filter(row -> row.occurred().from().compareTo("2017-10-17") <= 0).toList();
    }
}
