package org.harmregistry.sources.inspection.domain;

import java.io.IOException;
import java.util.ArrayList;
import java.util.function.Consumer;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;

/** The objects of a PDF (ISO 32000), whether anything refers to them or not. */
public final class PdfObjects {

    private static final int DEEPEST = 100;

    private PdfObjects() {
    }

    /** Opens a document that an inspection has let pass. */
    public static PDDocument open(FileBytes file) throws IOException {
        return Loader.loadPDF(new PdfReading(file), "", null, null, IOUtils.createTempFileOnlyStreamCache());
    }

    /** Shows every dictionary of the document, each once. */
    public static void each(PDDocument document, Deadline deadline, Consumer<COSDictionary> visitor) throws IOException {
        COSDocument objects = document.getDocument();
        visit(objects.getTrailer(), visitor, 0);
        for (COSObjectKey key : new ArrayList<>(objects.getXrefTable().keySet())) {
            deadline.check();
            COSObject object = objects.getObjectFromPool(key);
            visit(object == null ? null : object.getObject(), visitor, 0);
        }
    }

    private static void visit(COSBase value, Consumer<COSDictionary> visitor, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (value instanceof COSDictionary dictionary) {
            visitor.accept(dictionary);
            new ArrayList<>(dictionary.getValues()).forEach(inner -> visit(inner, visitor, depth + 1));
        } else if (value instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                visit(array.get(i), visitor, depth + 1);
            }
        }
    }
}
