package org.harmregistry.reports.pdf;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;

import org.apache.xmlgraphics.io.Resource;
import org.apache.xmlgraphics.io.ResourceResolver;

/** Gives the formatter the fonts of the package, and nothing else: no document makes it read a file or ask another machine. */
final class PackagedFonts implements ResourceResolver {

    /** The formatter's SVG takes the schemes of URLs only; it is never read from. */
    static final URI BASE = URI.create("file:/");

    @Override
    public Resource getResource(URI address) throws IOException {
        String path = address.getPath();
        InputStream font = BASE.getScheme().equals(address.getScheme()) && path.matches("/fonts/[A-Za-z-]+\\.ttf")
                ? PackagedFonts.class.getResourceAsStream(path)
                : null;
        if (font == null) {
            throw new FileNotFoundException("not a font of this package");
        }
        return new Resource(font);
    }

    @Override
    public OutputStream getOutputStream(URI address) throws IOException {
        throw new FileNotFoundException("nothing is written");
    }
}
