package org.harmregistry.incidents.incident.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

import org.harmregistry.incidents.incident.api.IncidentResponse;
import org.harmregistry.kit.csv.CsvColumn;
import org.harmregistry.kit.csv.CsvType;
import org.junit.jupiter.api.Test;

class IncidentColumnsTest {

    /** A member that is added to incidents without a column would be lost on the way through a spreadsheet. */
    @Test
    void everyMemberOfAnIncidentHasItsColumn() {
        List<String> members = new ArrayList<>();
        leaves(IncidentContent.class, "", members);
        for (RecordComponent component : IncidentResponse.class.getRecordComponents()) {
            if (!component.getType().isRecord() && !component.getName().equals("asOf")) {
                members.add(component.getName());
            }
        }

        assertThat(IncidentColumns.ALL.all()).extracting(CsvColumn::path).doesNotHaveDuplicates().containsAll(members);
    }

    private static void leaves(Class<?> type, String path, List<String> into) {
        for (RecordComponent component : type.getRecordComponents()) {
            String name = path + component.getName();
            if (component.getType().isRecord()) {
                leaves(component.getType(), name + ".", into);
            } else {
                into.add(name);
                assertThat(IncidentColumns.ALL.named(name)).as(name).isNotNull().extracting(CsvColumn::type).as(name)
                        .isEqualTo(typeOf(component.getType()));
            }
        }
    }

    private static CsvType typeOf(Class<?> type) {
        if (List.class.isAssignableFrom(type)) {
            return CsvType.JSON;
        }
        return Number.class.isAssignableFrom(type) ? CsvType.NUMBER : type == Boolean.class ? CsvType.BOOLEAN : CsvType.TEXT;
    }

    @Test
    void tagsAreHashtagsWithAttributes() {
        assertThat(IncidentColumns.ALL.all()).extracting(CsvColumn::hxl)
                .allMatch(tag -> tag.matches("|#[a-z0-9]+(\\+[a-z0-9]+)*"))
                .contains("#event+id", "#date+start", "#date+end", "#loc+name", "#country+code", "#geo+lat", "#geo+lon",
                        "#affected+killed+min", "#affected+killed+max", "#affected+injured+min", "#affected+injured+max",
                        "#affected+killed+children+min", "#affected+killed+f+min", "#group+name", "#meta+source", "#status");
    }
}
