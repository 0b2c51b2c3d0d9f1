package org.harmregistry.reports.feed;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import org.harmregistry.reports.delivery.domain.Announcement;
import org.harmregistry.reports.delivery.domain.AnnouncementWords;
import org.harmregistry.reports.delivery.domain.PublicUrl;
import org.harmregistry.reports.wording.Wording;
import org.harmregistry.reports.wording.XmlText;

/**
 * Writes announcements as a feed document. Each is an entry of its own, so that readers notice a withdrawal as they notice a
 * publication.
 *
 * @param wording the language of the words between the data
 * @param publicUrl the registry's address for the public
 * @param self the feed's path and query
 * @param next path and query of the page with older entries; {@code null} on the last one
 */
record AtomFeed(Wording wording, PublicUrl publicUrl, String self, String next) {

    static final String TYPE = "application/atom+xml";
    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
    private static final String XML = "http://www.w3.org/XML/1998/namespace";

    byte[] written(List<Announcement> announcements) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(NAMESPACE);
            xml.writeAttribute("xml", XML, "lang", wording.language());
            head(xml, announcements.isEmpty() ? Instant.EPOCH : announcements.get(0).at());
            for (Announcement announcement : announcements) {
                entry(xml, announcement);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private void head(XMLStreamWriter xml, Instant updated) throws XMLStreamException {
        element(xml, "id", publicUrl.of(self));
        element(xml, "title", wording.text("feed.title"));
        element(xml, "updated", updated.toString());
        xml.writeStartElement("author");
        element(xml, "name", wording.text("page.site"));
        xml.writeEndElement();
        link(xml, "self", TYPE, self);
        link(xml, "alternate", "text/html", "/");
        if (next != null) {
            link(xml, "next", TYPE, next);
        }
    }

    private void entry(XMLStreamWriter xml, Announcement announcement) throws XMLStreamException {
        AnnouncementWords words = new AnnouncementWords(wording);
        xml.writeStartElement("entry");
        element(xml, "id", "urn:uuid:" + announcement.messageId());
        element(xml, "title", words.title(announcement));
        element(xml, "published", announcement.at().toString());
        element(xml, "updated", announcement.at().toString());
        link(xml, "alternate", "text/html", "/editions/" + announcement.edition());
        link(xml, "related", "application/json", "/api/v1/editions/" + announcement.edition());
        xml.writeEmptyElement("category");
        xml.writeAttribute("term", announcement.occasion().word());
        element(xml, "summary", words.summary(announcement));
        xml.writeEndElement();
    }

    private void link(XMLStreamWriter xml, String relation, String type, String path) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", publicUrl.of(path));
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(XmlText.of(text));
        xml.writeEndElement();
    }
}
