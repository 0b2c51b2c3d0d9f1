package org.harmregistry.reports.page;

import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import org.harmregistry.reports.edition.domain.EditionDocument;
import org.harmregistry.reports.edition.domain.FileFormat;
import org.harmregistry.reports.wording.Wording;
import org.harmregistry.reports.wording.Wordings;
import org.harmregistry.reports.wording.XmlText;

/** An edition as one HTML file that needs nothing else. */
@ApplicationScoped
public class HtmlFormat implements FileFormat {

    private final Wordings wordings;
    private final StyleSheet style;
    private final Instance<FileFormat> formats;

    public HtmlFormat(Wordings wordings, StyleSheet style, Instance<FileFormat> formats) {
        this.wordings = wordings;
        this.style = style;
        this.formats = formats;
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
        return XmlText.of(Pages.edition(new Frame(wording, style.text(), document.title(), others(document)),
                face(document, wording)).render()).getBytes(StandardCharsets.UTF_8);
    }

    private EditionFace face(EditionDocument document, Wording wording) {
        String first = document.languages().get(0);
        return EditionFace.of(document, wording, formats.stream().map(FileFormat::name)
                .filter(format -> !format.equals(name())).sorted().toList(),
                first.equals(document.language()) ? null : wordings.in(first).languageName());
    }

    private List<Frame.LanguageLink> others(EditionDocument document) {
        String page = "/editions/" + document.id();
        return document.languages().stream().filter(language -> !language.equals(document.language()))
                .map(language -> Frame.LanguageLink.of(wordings.in(language),
                        language.equals(document.languages().get(0)) ? page : page + "?language=" + language))
                .toList();
    }
}
