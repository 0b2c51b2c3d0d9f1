package org.harmregistry.reports.pdf;

import org.harmregistry.reports.page.EditionFace;
import org.harmregistry.reports.page.Frame;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The template of the printed edition: XSL formatting objects; what comes from data is escaped by the engine. */
@CheckedTemplate(basePath = "pages")
final class PaperPages {

    private PaperPages() {
    }

    static native TemplateInstance paper(Frame frame, EditionFace edition, Paper paper);
}
