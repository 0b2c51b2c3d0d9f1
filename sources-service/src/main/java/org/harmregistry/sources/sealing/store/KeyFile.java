package org.harmregistry.sources.sealing.store;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.harmregistry.sources.sealing.domain.KeyRing;

/**
 * The operator's key file. It is read anew when it has changed, so that keys are added and removed without a restart; it
 * is to be replaced in one step, as {@code mv} does:
 *
 * <pre>
 * wrapping.primary=2027-01
 * wrapping.2026-11=(base64 of 32 random bytes)
 * wrapping.2027-01=(the same, or the address of a key in a key service)
 * index.primary=2026-11
 * index.2026-11=(base64 of 32 random bytes)
 * </pre>
 */
@ApplicationScoped
class KeyFile implements KeyRing {

    private static final Set<PosixFilePermission> OWNER_ONLY = Set.of(PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE);

    private final Path file;
    private final KeyReading reading;
    private volatile Read last;

    private record Read(FileTime modified, long size, Keys keys) {
    }

    KeyFile(@ConfigProperty(name = "registry.witness.keys-file") Optional<String> file, KeyReading reading) {
        this.file = file.filter(path -> !path.isBlank()).map(Path::of).orElse(null);
        this.reading = reading;
    }

    @Override
    public boolean isConfigured() {
        return file != null;
    }

    @Override
    public Keys current() throws GeneralSecurityException {
        if (file == null) {
            throw new GeneralSecurityException("registry.witness.keys-file names no key file");
        }
        try {
            requirePrivate();
            FileTime modified = Files.getLastModifiedTime(file);
            long size = Files.size(file);
            Read known = last;
            if (known != null && known.modified().equals(modified) && known.size() == size) {
                return known.keys();
            }
            Keys keys = reading.keys(properties());
            last = new Read(modified, size, keys);
            return keys;
        } catch (IOException e) {
            throw new GeneralSecurityException("the key file cannot be read");
        }
    }

    private void requirePrivate() throws IOException, GeneralSecurityException {
        if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
            throw new GeneralSecurityException("the key file may be read by others than its owner: chmod 600 is needed");
        }
    }

    private Properties properties() throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IllegalArgumentException e) {
            throw new IOException("malformed");
        }
        return properties;
    }
}
