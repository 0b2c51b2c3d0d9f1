package org.harmregistry.sources.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

import org.harmregistry.kit.csv.CsvColumn;
import org.harmregistry.sources.source.domain.SourceColumns;
import org.harmregistry.sources.source.domain.SourceContent;
import org.harmregistry.sources.source.domain.WebAddress;
import org.junit.jupiter.api.Test;

class SourceColumnsTest {

    @Test
    void everyMemberOfASourceHasAColumn() {
        List<String> members = new ArrayList<>();
        walk(SourceContent.class, "", members);

        assertThat(members).contains("siteVisit.place.point.lat", "imagery.before.sceneId", "texts", "title");
        assertThat(SourceColumns.ALL.all()).extracting(CsvColumn::path).doesNotHaveDuplicates().containsAll(members)
                .contains("id", "version", "status", "publication", "restrictions", "dataQuality", "canonicalKey",
                        "organisation",
                        "recordedAt", "updatedAt");
    }

    private static void walk(Class<?> type, String path, List<String> members) {
        for (RecordComponent component : type.getRecordComponents()) {
            String name = path + component.getName();
            if (component.getType().isRecord() && component.getType() != WebAddress.class) {
                walk(component.getType(), name + ".", members);
            } else {
                members.add(name);
            }
        }
    }
}
