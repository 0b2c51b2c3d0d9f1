package org.harmregistry.reports.page;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;

/** Keeps pages in a folder of this process, from where they are sent without a copy. Where there is no room it keeps none. */
@ApplicationScoped
public class PageFiles {

    private static final Logger LOG = Logger.getLogger(PageFiles.class);

    private final Vertx vertx;
    private final Path parent;
    private PageFolder folder;
    private long written;
    private boolean failing;

    /** @param directory where the folder is to lie; the system's for temporary files unless given */
    public PageFiles(Vertx vertx, @ConfigProperty(name = "registry.pages.directory") Optional<String> directory) {
        this.vertx = vertx;
        this.parent = Path.of(directory.filter(path -> !path.isBlank()).orElse(System.getProperty("java.io.tmpdir")));
    }

    /** The page as files; fails where it cannot be written, which is told to operators once. */
    Uni<PageFile> write(PreparedPage page) {
        return on(() -> writeNow(page));
    }

    /** Takes a page's files away. */
    void drop(PageFile file) {
        on(() -> {
            file.drop();
            return null;
        }).subscribe().with(done -> {
            // There is nothing more to do.
        }, failure -> LOG.debug("a page's file stays until the end", failure));
    }

    <T> Uni<T> on(Callable<T> work) {
        return vertx.executeBlocking(work, false);
    }

    private synchronized PageFile writeNow(PreparedPage page) throws IOException {
        try {
            if (folder == null || !folder.isThere()) {
                folder = PageFolder.in(parent);
            }
            PageFile file = PageFile.write(folder.path(), Long.toString(++written), page);
            failing = false;
            return file;
        } catch (IOException e) {
            if (!failing) {
                LOG.warn("pages cannot be kept as files, and are sent from memory until there is room again");
            }
            failing = true;
            throw e;
        }
    }

    @PreDestroy
    synchronized void close() throws IOException {
        if (folder != null) {
            folder.close();
        }
    }
}
