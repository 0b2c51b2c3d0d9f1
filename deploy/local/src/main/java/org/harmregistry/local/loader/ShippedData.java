package org.harmregistry.local.loader;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.harmregistry.local.loader.client.RegistryClient;

import com.fasterxml.jackson.databind.JsonNode;

/** The files of {@code src/main/data}: from a folder where one is named, else as packaged with the program. */
public final class ShippedData {

    private final Path folder;

    private ShippedData(Path folder) {
        this.folder = folder;
    }

    /** The files as packaged. */
    public static ShippedData packaged() {
        return new ShippedData(null);
    }

    /** The files of a folder laid out like {@code src/main/data}. */
    public static ShippedData in(Path folder) {
        return new ShippedData(folder);
    }

    /** @param name such as {@code coalition-ledger/monthly.csv} */
    public InputStream open(String name) throws IOException {
        InputStream found = folder == null ? ShippedData.class.getResourceAsStream("/data/" + name)
                : Files.newInputStream(folder.resolve(name));
        if (found == null) {
            throw new FileNotFoundException(name);
        }
        return new BufferedInputStream(found);
    }

    /** A JSON file, whole. */
    public JsonNode json(String name) throws IOException {
        try (InputStream file = open(name)) {
            return RegistryClient.JSON.readTree(file);
        }
    }
}
