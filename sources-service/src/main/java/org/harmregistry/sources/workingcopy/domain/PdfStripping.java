package org.harmregistry.sources.workingcopy.domain;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.harmregistry.sources.inspection.domain.FileBytes;
import org.harmregistry.sources.inspection.domain.PdfObjects;

/**
 * PDF (ISO 32000), written anew without document information, XMP, editors' private data, embedded files, scripts and other
 * actions, and with the photos in it stripped as photos are. Earlier states of the document are left out with what refers to
 * them. The text of the pages stays as it is.
 */
final class PdfStripping implements MetadataStripping {

    private static final List<COSName> EVERYWHERE = List.of(COSName.METADATA, COSName.getPDFName("PieceInfo"), COSName.AA,
            COSName.getPDFName("LastModified"), COSName.EF, COSName.getPDFName("AF"), COSName.JS,
            COSName.getPDFName("RichMediaContent"), COSName.getPDFName("Thumb"));
    private static final List<COSName> IN_CATALOG = List.of(COSName.OPEN_ACTION, COSName.getPDFName("Collection"),
            COSName.getPDFName("Perms"), COSName.getPDFName("Legal"), COSName.getPDFName("SpiderInfo"));
    private static final List<COSName> IN_NAMES = List.of(COSName.getPDFName("JavaScript"), COSName.EMBEDDED_FILES,
            COSName.getPDFName("Renditions"));
    private static final List<COSName> OF_ANNOTATIONS = List.of(COSName.T, COSName.M, COSName.CREATION_DATE,
            COSName.getPDFName("RC"), COSName.getPDFName("NM"));
    private static final Set<String> RUNNING = Set.of("JavaScript", "Launch", "SubmitForm", "ImportData", "GoToE", "GoToR",
            "Rendition", "RichMediaExecute");
    private static final int LARGEST_PHOTO = 32 << 20;

    @Override
    public void strip(FileBytes file, OutputStream out) throws IOException {
        try (PDDocument document = PdfObjects.open(file)) {
            if (document.isEncrypted()) {
                throw new UnstrippableException("The document is encrypted.");
            }
            document.getDocument().getTrailer().removeItem(COSName.INFO);
            document.getDocument().getTrailer().removeItem(COSName.ID);
            COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
            IN_CATALOG.forEach(catalog::removeItem);
            if (catalog.getDictionaryObject(COSName.NAMES) instanceof COSDictionary names) {
                IN_NAMES.forEach(names::removeItem);
            }
            Photos photos = new Photos(file);
            PdfObjects.each(document, file.deadline(), dictionary -> clean(dictionary, photos));
            photos.failIfOneFailed();
            document.save(out, CompressParameters.NO_COMPRESSION);
        } catch (RuntimeException | StackOverflowError e) {
            throw new UnstrippableException("The document cannot be read.");
        }
    }

    private static void clean(COSDictionary dictionary, Photos photos) {
        EVERYWHERE.forEach(dictionary::removeItem);
        String type = dictionary.getNameAsString(COSName.TYPE, "");
        String subtype = dictionary.getNameAsString(COSName.SUBTYPE, "");
        if (type.equals("Annot") && !subtype.equals("Widget")) {
            OF_ANNOTATIONS.forEach(dictionary::removeItem);
        }
        dropActions(dictionary, COSName.A);
        dropActions(dictionary, COSName.getPDFName("Next"));
        if (dictionary instanceof COSStream stream && isPhoto(stream)) {
            photos.strip(stream);
        }
    }

    private static void dropActions(COSDictionary dictionary, COSName key) {
        COSBase action = dictionary.getDictionaryObject(key);
        boolean runs = action instanceof COSDictionary one && RUNNING.contains(one.getNameAsString(COSName.S, ""));
        if (runs || key.equals(COSName.getPDFName("Next")) && action instanceof COSArray) {
            dictionary.removeItem(key);
        }
    }

    private static boolean isPhoto(COSStream stream) {
        COSBase filters = stream.getFilters();
        return COSName.DCT_DECODE.equals(filters) || filters instanceof COSArray chain && chain.size() == 1
                && COSName.DCT_DECODE.equals(chain.getObject(0));
    }

    /** Strips the photos of a document in place; a failure is told once all objects were visited. */
    private static final class Photos {

        private final FileBytes file;
        private IOException failure;

        Photos(FileBytes file) {
            this.file = file;
        }

        void strip(COSStream stream) {
            try {
                byte[] photo;
                try (InputStream raw = stream.createRawInputStream()) {
                    photo = raw.readNBytes(LARGEST_PHOTO + 1);
                }
                if (photo.length > LARGEST_PHOTO) {
                    throw new UnstrippableException("A photo in the document is too large.");
                }
                ByteArrayOutputStream stripped = new ByteArrayOutputStream(photo.length);
                new JpegStripping().strip(FileBytes.of(photo, file.deadline()), stripped);
                try (OutputStream raw = stream.createRawOutputStream()) {
                    stripped.writeTo(raw);
                }
            } catch (IOException e) {
                failure = e;
            }
        }

        void failIfOneFailed() throws IOException {
            if (failure != null) {
                throw failure;
            }
        }
    }
}
