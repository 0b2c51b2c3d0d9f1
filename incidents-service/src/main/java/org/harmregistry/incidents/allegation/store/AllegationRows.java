package org.harmregistry.incidents.allegation.store;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.allegation.domain.Allegation;
import org.harmregistry.incidents.allegation.domain.AllegationDocuments;
import org.harmregistry.incidents.allegation.domain.RecordedTransition;
import org.harmregistry.incidents.allegation.domain.TransitionContent;
import org.harmregistry.kit.database.SqlInstant;
import org.harmregistry.kit.json.JsonReading;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads allegations and their transitions from rows. */
@ApplicationScoped
class AllegationRows {

    /** The columns of {@link #allegation}, but the last, which tells whether its incident lets everybody see it. */
    static final String COLUMNS = "a.id as id, cast(a.document as text) as document, a.recorded_at as recorded_at,"
            + " a.version as version, a.updated_at as updated_at, a.party_version as party_version,"
            + " a.party_updated_at as party_updated_at, a.public_version as public_version,"
            + " a.public_updated_at as public_updated_at, ";
    static final String TRANSITION_COLUMNS = "t.number as number, t.root as root, cast(t.content as text) as content,"
            + " t.reason as reason, t.recorded_at as recorded_at, t.recorded_by as recorded_by";

    private final AllegationDocuments documents;
    private final JsonReading reading;

    AllegationRows(AllegationDocuments documents, JsonReading reading) {
        this.documents = documents;
        this.reading = reading;
    }

    Allegation allegation(Object[] row) {
        if (row == null) {
            return null;
        }
        ObjectNode document = documents.tree((String) row[1]);
        return new Allegation((UUID) row[0], documents.contentOf(document), documents.standingOf(document),
                AllegationDocuments.publicationOf(document), document.path("organisation").textValue(), SqlInstant.of(row[2]),
                counted(row, 3), counted(row, 5), counted(row, 7), (Boolean) row[9]);
    }

    RecordedTransition transition(Object[] row) {
        TransitionContent content = row[2] == null ? null
                : reading.convert(documents.tree((String) row[2]), TransitionContent.class);
        return new RecordedTransition(((Number) row[0]).intValue(), ((Number) row[1]).intValue(), content, (String) row[3],
                SqlInstant.of(row[4]), (String) row[5]);
    }

    /** Transitions from a list of their contents, or none from {@code null}. */
    List<TransitionContent> transitions(String contents) {
        return contents == null ? List.of()
                : List.of(reading.read(contents.getBytes(StandardCharsets.UTF_8), TransitionContent[].class));
    }

    private static Allegation.Counted counted(Object[] row, int at) {
        return new Allegation.Counted(((Number) row[at]).longValue(), SqlInstant.of(row[at + 1]));
    }
}
