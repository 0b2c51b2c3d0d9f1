package org.harmregistry.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

import io.restassured.path.json.JsonPath;

/** The PDF is read back by other programs: PDFBox, and veraPDF as the judge of PDF/UA-1. */
@ServiceTest
class PdfTest {

    private static final String MARKS = "=1+1 <b>&amp;</b> \\u202Eevil";

    private static JsonPath edition;

    @BeforeEach
    void publish() {
        if (edition != null) {
            return;
        }
        ReportsScene.neighbours("world=raqqa");
        String slug = ReportsScene.slug();
        ReportsScene.define(slug, ReportsScene.raqqa("Gap of Raqqa " + MARKS).replace("[\"en\"]",
                "[\"en\", \"ar\"], \"titles\": {\"ar\": \"فجوة الرقة\"}"));
        ReportsScene.makeDue();
        edition = ReportsScene.edition(slug);
    }

    @Test
    void isTaggedTitledAndBookmarkedInBothLanguages() throws IOException {
        for (String language : List.of("en", "ar")) {
            try (PDDocument pdf = Loader.loadPDF(file(language))) {
                var catalog = pdf.getDocumentCatalog();
                assertThat(catalog.getLanguage()).isEqualTo(language);
                assertThat(catalog.getMarkInfo().isMarked()).isTrue();
                assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
                assertThat(pdf.getDocumentInformation().getTitle())
                        .startsWith(language.equals("en") ? "Gap of Raqqa =1+1 <b>&amp;</b>"
                                : "فجوة الرقة");
                assertThat(tags(catalog.getStructureTreeRoot().getCOSObject())).contains("H1", "H2", "Table", "TH", "TD",
                        "Figure", "P", "Link");
                assertThat(catalog.getDocumentOutline().children()).hasSizeGreaterThan(4);
                assertThat(fonts(pdf)).isNotEmpty().allMatch(PDFont::isEmbedded);
            }
        }
    }

    @Test
    void holdsItsTextInTheOrderOfReading() throws IOException {
        assertThat(text("en")).contains("Gap of Raqqa =1+1 <b>&amp;</b>", "civilians killed", "2,124 to 2,249",
                "suspicion by rule, not attribution");
        assertThat(text("ar")).contains("المدنيون القتلى", "ما الذي أصاب المدنيين في مكان وزمان محددين", "2,249");
    }

    @Test
    void conformsToPdfUa() throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (String language : List.of("en", "ar")) {
            try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(file(language)),
                    PDFAFlavour.PDFUA_1);
                    PDFAValidator judge = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
                ValidationResult judged = judge.validate(parser);
                assertThat(judged.getTestAssertions()).as(language).isEmpty();
                assertThat(judged.isCompliant()).isTrue();
            }
        }
    }

    private byte[] file(String language) {
        return given().get("/api/v1/editions/" + edition.getString("id") + "/files/pdf?language=" + language).then()
                .statusCode(200).contentType("application/pdf").extract().asByteArray();
    }

    private String text(String language) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(file(language))) {
            return Normalizer.normalize(new PDFTextStripper().getText(pdf), Normalizer.Form.NFKC).replaceAll("\\s+", " ")
                    .replaceAll("[\\u200B\\u202A-\\u202E]", "");
        }
    }

    private static List<PDFont> fonts(PDDocument pdf) throws IOException {
        List<PDFont> fonts = new ArrayList<>();
        for (PDPage page : pdf.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                fonts.add(page.getResources().getFont(name));
            }
        }
        return fonts;
    }

    private static List<String> tags(COSDictionary element) {
        List<String> tags = new ArrayList<>();
        collect(element.getDictionaryObject(COSName.K), tags);
        return tags;
    }

    private static void collect(org.apache.pdfbox.cos.COSBase kids, List<String> tags) {
        if (kids instanceof org.apache.pdfbox.cos.COSArray array) {
            array.forEach(kid -> collect(kid instanceof org.apache.pdfbox.cos.COSObject held ? held.getObject() : kid, tags));
        } else if (kids instanceof COSDictionary element && element.getCOSName(COSName.S) != null) {
            tags.add(element.getCOSName(COSName.S).getName());
            collect(element.getDictionaryObject(COSName.K), tags);
        }
    }
}
