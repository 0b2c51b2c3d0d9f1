package org.harmregistry.reports.sheet;

import org.harmregistry.reports.edition.domain.EditionDocument;
import org.harmregistry.reports.wording.Wording;

/** The places of what is counted, a row each. */
final class PlaceRows {

    private final EditionDocument document;
    private final Wording wording;

    PlaceRows(EditionDocument document, Wording wording) {
        this.document = document;
        this.wording = wording;
    }

    void write(Sheet sheet) {
        sheet.narrow(0, 4);
        sheet.row().heading(wording.text("map.place")).heading(wording.text("map.latitude"))
                .heading(wording.text("map.longitude")).heading(wording.text("map.accuracy"))
                .heading(wording.text("records.series.events"));
        sheet.freeze();
        document.places().forEach(place -> sheet.row().text(place.name()).number(place.lat()).number(place.lon())
                .text(place.accuracy() == null ? null : wording.word("accuracy", place.accuracy()))
                .number(place.incidents()));
    }
}
