package org.harmregistry.reports.page;

import java.nio.charset.StandardCharsets;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.reports.edition.domain.EditionDocument;
import org.harmregistry.reports.edition.domain.FileFormat;
import org.harmregistry.reports.wording.Wording;
import org.harmregistry.reports.wording.Wordings;

/** An edition as one HTML file that needs nothing else. */
@ApplicationScoped
public class HtmlFormat implements FileFormat {

    private final Wordings wordings;
    private final StyleSheet style;

    public HtmlFormat(Wordings wordings, StyleSheet style) {
        this.wordings = wordings;
        this.style = style;
    }

    @Override
    public String name() {
        return "html";
    }

    @Override
    public String mediaType() {
        return "text/html";
    }

    @Override
    public byte[] write(EditionDocument document) {
        Wording wording = wordings.in(document.language());
        return Pages.edition(new Frame(wording, style.text(), document.title()), EditionFace.of(document, wording)).render()
                .getBytes(StandardCharsets.UTF_8);
    }
}
