package org.harmregistry.reports.sheet;

import org.harmregistry.reports.document.Credit;
import org.harmregistry.reports.edition.domain.EditionDocument;
import org.harmregistry.reports.wording.Wording;

/** What the file is, where it is from, how it can be checked and whom to name. */
final class CoverSheet {

    private final EditionDocument document;
    private final Wording wording;

    CoverSheet(EditionDocument document, Wording wording) {
        this.document = document;
        this.wording = wording;
    }

    void write(Sheet sheet) {
        sheet.wide(1);
        sheet.narrow(0, 0);
        sheet.row().heading(wording.text("page.site")).heading(document.title());
        document.lead().forEach(paragraph -> sheet.row().text(null).text(paragraph));
        line(sheet, "page.period", document.period().label());
        sheet.row().heading(wording.text("page.edition")).number(document.number());
        line(sheet, "page.published", wording.instant(document.publishedAt()));
        line(sheet, "page.effective", wording.instant(document.effectiveAt()));
        line(sheet, "page.digest", document.digest());
        line(sheet, "page.verify.api", "/api/v1/editions/" + document.id());
        line(sheet, "page.verify.heading", wording.text("page.verify.1"));
        sheet.row();
        sheet.row().heading(wording.text("page.credits"));
        document.credits().forEach(credit -> sheet.row().text(null).text(words(credit)));
    }

    private void line(Sheet sheet, String key, String text) {
        sheet.row().heading(wording.text(key)).text(text);
    }

    private String words(Credit credit) {
        return credit.dataset() + (credit.attribution() == null ? "" : " – " + credit.attribution())
                + wording.text("clause.separator")
                + (credit.licence() == null ? wording.text("page.credits.none")
                        : wording.text("page.credits.licence", credit.licence()));
    }
}
