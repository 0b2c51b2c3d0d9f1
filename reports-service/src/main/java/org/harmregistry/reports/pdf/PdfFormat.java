package org.harmregistry.reports.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.reports.edition.domain.EditionDocument;
import org.harmregistry.reports.edition.domain.FileFormat;
import org.harmregistry.reports.page.EditionFace;
import org.harmregistry.reports.page.Frame;
import org.harmregistry.reports.wording.Wording;
import org.harmregistry.reports.wording.Wordings;
import org.harmregistry.reports.wording.XmlText;

/** An edition as PDF, to be printed and read anywhere. */
@ApplicationScoped
public class PdfFormat implements FileFormat {

    private final Wordings wordings;
    private final Formatter formatter;
    private final TextOutlines outlines;
    private final String pictureStyle;

    public PdfFormat(Wordings wordings, Formatter formatter, TextOutlines outlines) {
        this.wordings = wordings;
        this.formatter = formatter;
        this.outlines = outlines;
        try (InputStream style = PdfFormat.class.getResourceAsStream("/style/picture.css")) {
            this.pictureStyle = new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return "pdf";
    }

    @Override
    public String mediaType() {
        return "application/pdf";
    }

    /** The formatter holds all pages of a part until the last is set. */
    @Override
    public boolean isHeavy() {
        return true;
    }

    @Override
    public byte[] write(EditionDocument document) {
        Wording wording = wordings.in(document.language());
        String first = document.languages().get(0);
        EditionFace face = EditionFace.of(document, wording, List.of(),
                first.equals(document.language()) ? null : wordings.in(first).languageName());
        String objects = PaperPages.paper(new Frame(wording, "", document.title()), face,
                new Paper(document, wording, pictureStyle, outlines)).render();
        return formatter.pdf(ArabicForms.inObjects(Embeddings.of(XmlText.without(objects), wording.isRightToLeft())),
                document.publishedAt());
    }
}
