package org.harmregistry.acceptance.benchmark;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Sends files to the service and fetches them, several at once, each over a connection of its own. */
final class FileTransfer {

    private final Stage stage;
    private final String publisher;
    private final ObjectMapper mapper = new ObjectMapper();

    FileTransfer(Stage stage) {
        this.stage = stage;
        this.publisher = stage.token("publisher");
    }

    /**
     * Attaches each file to another source.
     *
     * @param sources addresses of sources, at least as many as files
     * @return the addresses of the attachments; fails if one was not taken in under the digest of what was sent
     */
    AtOnce<String> send(List<String> sources, List<SyntheticFile> files) throws Exception {
        List<String> digests = new ArrayList<>();
        for (SyntheticFile file : files) {
            digests.add(file.digest());
        }
        List<Callable<String>> works = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            String source = sources.get(i);
            SyntheticFile file = files.get(i);
            String digest = digests.get(i);
            works.add(() -> send(source, file, digest));
        }
        return AtOnce.run(works);
    }

    private String send(String source, SyntheticFile file, String digest) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (HttpConnection connection = new HttpConnection(stage.servicePort())) {
            OutputStream out = new BufferedOutputStream(connection.out(), 1 << 16);
            out.write(
                    ("POST " + source + "/attachments HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/octet-stream\r\n"
                            + "Content-Length: " + file.length() + "\r\nContent-Disposition: attachment; filename=\"synthetic-"
                            + file.number() + ".bin\"\r\nAuthorization: Bearer " + publisher + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            file.writeTo(out);
            out.flush();
            int status = connection.answer(body);
            JsonNode answer = mapper.readTree(body.toByteArray());
            if (status != 201 || !answer.path("digest").asText().equals(digest)) {
                throw new HttpConnection.RefusedException(status, "a file was answered with " + status + ": "
                        + answer.toString().substring(0, Math.min(300, answer.toString().length())));
            }
            return source + "/attachments/" + answer.path("id").asText();
        }
    }

    /** Fetches the content of each; how many bytes came. */
    AtOnce<Long> fetch(List<String> attachments) throws Exception {
        return AtOnce.run(attachments.stream().<Callable<Long>> map(attachment -> () -> fetch(attachment)).toList());
    }

    private long fetch(String attachment) throws IOException {
        Counted counted = new Counted();
        try (HttpConnection connection = new HttpConnection(stage.servicePort())) {
            int status = connection.exchange(Request.get(attachment + "/content", "*/*", publisher).bytes(0), counted);
            if (status != 200) {
                throw new HttpConnection.RefusedException(status, "a file's content was answered with " + status);
            }
        }
        return counted.bytes;
    }

    private static final class Counted extends OutputStream {

        private long bytes;

        @Override
        public void write(int next) {
            bytes++;
        }

        @Override
        public void write(byte[] some, int offset, int length) {
            bytes += length;
        }
    }
}
