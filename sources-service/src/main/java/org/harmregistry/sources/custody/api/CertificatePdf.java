package org.harmregistry.sources.custody.api;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.TimeZone;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.harmregistry.sources.custody.domain.Certificate;

import com.fasterxml.jackson.databind.JsonNode;

/** Prints a certificate for people to read, and attaches the signed JSON to it, which alone is what was signed. */
@ApplicationScoped
class CertificatePdf {

    private static final String FILE = "custody-certificate.json";
    private static final float TITLE = 18;
    private static final float HEADING = 12;
    private static final float TEXT = 9;
    private static final float SMALL = 7.5f;
    private static final float INDENT = 14;

    /** More than a person reads; the attached file has all. */
    private static final int MOST_ENTRIES = 1_000;

    byte[] write(Certificate certificate) {
        try (PDDocument document = new PDDocument(); Paper paper = new Paper(document)) {
            print(certificate, paper);
            paper.close();
            describe(document, certificate);
            attach(document, certificate.written());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void print(Certificate certificate, Paper paper) throws IOException {
        JsonNode content = certificate.content();
        JsonNode source = content.path("source");
        paper.write("Certificate of custody", TITLE, 0);
        paper.write("Civilian Harm Registry, issued " + content.path("issuedAt").asText(), TEXT, 0);
        paper.space(HEADING);
        paper.write(source.path("title").asText(), HEADING, 0);
        paper.write("Source " + source.path("id").asText() + ", " + source.path("kind").asText() + ", version "
                + source.path("version").asText() + ", of " + source.path("organisation").asText() + ", recorded "
                + source.path("recordedAt").asText(), TEXT, 0);
        paper.space(TEXT);
        paper.write(content.path("says").asText(), TEXT, 0);
        chain(content, paper);
        heading(paper, "Contents named in the log");
        for (JsonNode each : content.path("contents")) {
            paper.write(
                    each.path("digest").asText() + (each.has("attachment") ? ", attachment " + each.path("attachment").asText()
                            : ", the source itself") + ", first in entry " + each.path("entry").asText(),
                    SMALL, INDENT);
        }
        entries(content.path("entries"), paper);
        heading(paper, "How to check this");
        for (JsonNode each : content.path("howToCheck")) {
            paper.write(each.asText(), SMALL, INDENT);
        }
        signature(certificate, paper);
    }

    private static void chain(JsonNode content, Paper paper) throws IOException {
        JsonNode checked = content.path("checked");
        heading(paper, "The chain");
        paper.write("Recorded since " + content.path("recordedSince").asText() + "; "
                + content.path("chain").path("length").asText()
                + " entries; last hash " + content.path("chain").path("lastHash").asText(), SMALL, INDENT);
        paper.write("Found " + checked.path("state").asText() + " at " + checked.path("at").asText() + "; against checkpoints: "
                + checked.path("checkpoint").asText() + ", which cover " + checked.path("entriesBehindCheckpoint").asText()
                + " entries", SMALL, INDENT);
        JsonNode newest = checked.path("newestCheckpoint");
        if (newest.isObject()) {
            paper.write("Newest checkpoint of the registry: number " + newest.path("number").asText() + " of "
                    + newest.path("at").asText() + ", " + newest.path("hash").asText(), SMALL, INDENT);
        }
    }

    private static void entries(JsonNode entries, Paper paper) throws IOException {
        heading(paper, "Entries");
        int skipped = Math.max(0, entries.size() - MOST_ENTRIES);
        if (skipped > 0) {
            paper.write("The first " + skipped + " entries stand in the attached file alone.", TEXT, INDENT);
        }
        for (int i = skipped; i < entries.size(); i++) {
            JsonNode entry = entries.get(i).path("entry");
            paper.write(entry.path("sequence").asText() + ". " + entry.path("act").asText().replace('_', ' ') + ", "
                    + entry.path("at").asText() + ", by " + entry.path("actor").asText(), TEXT, INDENT);
            for (String name : new String[] { "reason", "attachment", "digest" }) {
                if (entry.has(name)) {
                    paper.write(name + ": " + entry.path(name).asText(), SMALL, 2 * INDENT);
                }
            }
            for (Map.Entry<String, JsonNode> each : entry.path("detail").properties()) {
                paper.write(each.getKey() + ": " + (each.getValue().isTextual() ? each.getValue().asText() : each.getValue()),
                        SMALL,
                        2 * INDENT);
            }
            paper.write("hash: " + entries.get(i).path("hash").asText(), SMALL, 2 * INDENT);
        }
    }

    private static void signature(Certificate certificate, Paper paper) throws IOException {
        heading(paper, "Signature of the attached file");
        paper.write(certificate.key().algorithm() + ", key " + certificate.key().id(), SMALL, INDENT);
        paper.write(certificate.signature(), SMALL, INDENT);
        paper.write("The attached file " + FILE + " is what was signed; this print is for reading.", SMALL, INDENT);
    }

    private static void heading(Paper paper, String text) throws IOException {
        paper.space(HEADING);
        paper.write(text, HEADING, 0);
    }

    private static void describe(PDDocument document, Certificate certificate) {
        document.getDocumentInformation().setTitle("Certificate of custody");
        document.getDocumentInformation().setCreator("Civilian Harm Registry");
        GregorianCalendar issued = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        issued.setTimeInMillis(Instant.parse(certificate.content().path("issuedAt").asText()).toEpochMilli());
        document.getDocumentInformation().setCreationDate(issued);
        document.getDocumentCatalog().setLanguage("en");
    }

    private static void attach(PDDocument document, byte[] json) throws IOException {
        PDEmbeddedFile content = new PDEmbeddedFile(document, new ByteArrayInputStream(json));
        content.setSubtype("application/json");
        content.setSize(json.length);
        PDComplexFileSpecification file = new PDComplexFileSpecification();
        file.setFile(FILE);
        file.setFileUnicode(FILE);
        file.setEmbeddedFile(content);
        PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(Map.of(FILE, file));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(files);
        document.getDocumentCatalog().setNames(names);
    }
}
