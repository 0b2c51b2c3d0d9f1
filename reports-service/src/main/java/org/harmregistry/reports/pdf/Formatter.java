package org.harmregistry.reports.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.fop.apps.FOPException;
import org.apache.fop.apps.FOUserAgent;
import org.apache.fop.apps.Fop;
import org.apache.fop.apps.FopConfParser;
import org.apache.fop.apps.FopFactory;
import org.apache.fop.events.model.EventSeverity;
import org.apache.xmlgraphics.util.MimeConstants;
import org.harmregistry.kit.json.CanonicalJson;
import org.jboss.logging.Logger;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** Makes PDF from formatting objects (Apache FOP). The same objects and the same instant give the same bytes. */
@ApplicationScoped
public class Formatter {

    private static final Logger LOG = Logger.getLogger(Formatter.class);
    private static final String APPLICATION = "Civilian Harm Registry";
    private static final String CONFIGURATION = "/pdf/fop.xml";
    private static final Pattern FILE_ID = Pattern.compile("/ID \\[<[0-9A-Fa-f]{32}> <[0-9A-Fa-f]{32}>]");

    private static final Pattern CREATED = Pattern.compile("<xmp:CreateDate>([^<]*)<");
    private static final Pattern DESCRIBED = Pattern.compile("<xmp:MetadataDate>([^<]*)<");

    private FopFactory factory;

    /**
     * @param objects a document of formatting objects
     * @param created when the document was made, as it says of itself
     * @throws IllegalStateException if it cannot be set
     */
    byte[] pdf(String objects, Instant created) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            FOUserAgent agent = factory().newFOUserAgent();
            agent.setCreationDate(Date.from(created));
            agent.setCreator(APPLICATION);
            agent.setProducer(APPLICATION);
            agent.getEventBroadcaster().addEventListener(event -> {
                if (event.getSeverity() == EventSeverity.ERROR || event.getSeverity() == EventSeverity.FATAL) {
                    LOG.warnf("setting a PDF: %s", event.getEventID());
                }
            });
            Fop fop = agent.newFop(MimeConstants.MIME_PDF, bytes);
            XMLReader reader = reader();
            reader.setContentHandler(fop.getDefaultHandler());
            reader.parse(new InputSource(new StringReader(objects)));
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("the document cannot be set as PDF", e);
        }
        return identified(bytes.toByteArray(), CanonicalJson.digestOfText(objects));
    }

    private synchronized FopFactory factory() throws IOException, SAXException {
        if (factory == null) {
            try (InputStream configuration = Formatter.class.getResourceAsStream(CONFIGURATION)) {
                factory = new FopConfParser(configuration, PackagedFonts.BASE, new PackagedFonts()).getFopFactoryBuilder()
                        .build();
            } catch (FOPException e) {
                throw new IOException(e);
            }
        }
        return factory;
    }

    private static XMLReader reader() throws ParserConfigurationException, SAXException {
        SAXParserFactory parsers = SAXParserFactory.newInstance();
        parsers.setNamespaceAware(true);
        parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return parsers.newSAXParser().getXMLReader();
    }

    /**
     * The formatter takes the file's id and the date of its description from the time of day; here they follow from the
     * content.
     */
    private static byte[] identified(byte[] pdf, String digest) {
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        String id = digest.replace("sha-256:", "").substring(0, 32).toUpperCase(Locale.ROOT);
        String same = FILE_ID.matcher(text).replaceAll("/ID [<" + id + "> <" + id + ">]");
        // The list of an embedded font's glyphs is optional and deprecated; the formatter's is not complete, so it is none.
        same = same.replace("/CIDSet ", "/NoCIDs ");
        Matcher created = CREATED.matcher(same);
        // Both dates are written in the same form; were one longer, every offset in the file would be wrong.
        if (created.find()) {
            Matcher described = DESCRIBED.matcher(same);
            if (described.find() && described.group(1).length() == created.group(1).length()) {
                same = same.substring(0, described.start(1)) + created.group(1) + same.substring(described.end(1));
            }
        }
        return same.getBytes(StandardCharsets.ISO_8859_1);
    }
}
