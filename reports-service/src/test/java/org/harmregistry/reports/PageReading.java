package org.harmregistry.reports;

import static io.restassured.RestAssured.given;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;

import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** A page as a reader without scripts gets it, which is well-formed XML. */
final class PageReading {

    private final Document document;
    private final String html;

    private PageReading(String html) {
        this.html = html;
        try {
            document = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                    .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception e) {
            throw new AssertionError("no well-formed page: " + html, e);
        }
    }

    static PageReading of(String address, int status) {
        return new PageReading(given().accept("text/html").get(address).then().statusCode(status).extract().asString());
    }

    String html() {
        return html;
    }

    /** The values of an XPath, such as the text of elements or the values of attributes. */
    List<String> all(String path) {
        try {
            NodeList found = (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, document, XPathConstants.NODESET);
            List<String> values = new ArrayList<>();
            for (int i = 0; i < found.getLength(); i++) {
                values.add(found.item(i).getTextContent());
            }
            return values;
        } catch (javax.xml.xpath.XPathExpressionException e) {
            throw new AssertionError(e);
        }
    }

    /** The addresses of a part of the page that lead to this registry. */
    List<String> links(String id) {
        return all("//*[@id='" + id + "']//a/@href").stream().filter(href -> href.startsWith("/")).toList();
    }
}
