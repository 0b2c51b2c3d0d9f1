package org.harmregistry.acceptance.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;

/**
 * {@code FileServer PORT FILE}: sends one file to whoever asks, by the same HTTP server that services stand on, with as
 * many event loops as theirs.
 */
final class FileServer {

    private FileServer() {
    }

    public static void main(String[] words) {
        Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
        for (int i = 0; i < VertxOptions.DEFAULT_EVENT_LOOP_POOL_SIZE; i++) {
            vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(Integer.parseInt(words[0])))
                    .requestHandler(request -> request.response().putHeader("Content-Type", "text/html;charset=UTF-8")
                            .sendFile(words[1]))
                    .listen();
        }
    }

    /** The class path to start it by: this program's, and the libraries that a service was packaged with. */
    static String classPath(Path packaged) throws IOException {
        try (Stream<Path> libraries = Files.list(packaged.resolve("lib/main"))) {
            return Stream.concat(Stream.of(FileServer.class.getProtectionDomain().getCodeSource().getLocation().getPath()),
                    libraries.map(Path::toString)).collect(Collectors.joining(":"));
        }
    }
}
