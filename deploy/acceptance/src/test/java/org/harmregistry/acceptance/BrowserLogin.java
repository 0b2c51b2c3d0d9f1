package org.harmregistry.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What an app and its browser do to log somebody in: the code flow with a proof key (RFC 6749, 4.1; RFC 7636). */
final class BrowserLogin {

    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER).build();
    private final String endpoints;
    private final String app;
    private final String redirect;

    /**
     * @param verifier the proof key, of which the login was told the digest
     */
    record Code(String code, String verifier) {
    }

    BrowserLogin(String issuer, String app, String redirect) {
        this.endpoints = issuer + "/protocol/openid-connect";
        this.app = app;
        this.redirect = redirect;
    }

    /** A code for somebody who gives name and password on the page. */
    Code code(String name, String password) throws IOException {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        String verifier = base64(random);
        HttpResponse<String> page = get(authorization(redirect, "response_type=code&state=s1&code_challenge="
                + challenge(verifier) + "&code_challenge_method=S256"));
        assertThat(page.statusCode()).describedAs(page.body()).isEqualTo(200);
        Matcher form = FORM.matcher(page.body());
        assertThat(form.find()).describedAs(page.body()).isTrue();

        HttpResponse<String> sent = send(HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                .header("Cookie", cookies(page)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded("username", name, "password", password, "credentialId", ""))));
        assertThat(sent.statusCode()).describedAs(sent.body()).isEqualTo(302);
        String location = Caller.header(sent, "Location");
        assertThat(location).startsWith(redirect + "?").contains("state=s1");
        Matcher code = Pattern.compile("[?&]code=([^&]+)").matcher(location);
        assertThat(code.find()).describedAs(location).isTrue();
        return new Code(code.group(1), verifier);
    }

    HttpResponse<String> exchange(Code code, String verifier) throws IOException {
        return form("/token", "grant_type", "authorization_code", "client_id", app, "code", code.code(), "redirect_uri",
                redirect, "code_verifier", verifier);
    }

    HttpResponse<String> form(String path, String... fields) throws IOException {
        return send(HttpRequest.newBuilder(URI.create(endpoints + path))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(encoded(fields))));
    }

    /** Where the app is sent back to with the reason, when it asks for what it may not have. */
    String refusal(String parameters) throws IOException {
        HttpResponse<String> answer = get(authorization(redirect, parameters));
        assertThat(answer.statusCode()).describedAs(answer.body()).isIn(302, 303);
        return Caller.header(answer, "Location");
    }

    /** The page that somebody gets who is sent with another address to come back to. */
    HttpResponse<String> open(String otherRedirect) throws IOException {
        return get(authorization(otherRedirect, "response_type=code&code_challenge=" + "a".repeat(43)
                + "&code_challenge_method=S256"));
    }

    private String authorization(String back, String parameters) {
        return endpoints + "/auth?client_id=" + app + "&scope=openid&redirect_uri="
                + URLEncoder.encode(back, StandardCharsets.UTF_8) + "&" + parameters;
    }

    private HttpResponse<String> get(String address) throws IOException {
        return send(HttpRequest.newBuilder(URI.create(address)).GET());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** All of them, as a browser sends them to loopback. */
    private static String cookies(HttpResponse<?> page) {
        Map<String, String> cookies = new LinkedHashMap<>();
        page.headers().allValues("Set-Cookie").forEach(each -> {
            String pair = each.split(";", 2)[0];
            cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        });
        return cookies.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue()).collect(Collectors.joining("; "));
    }

    private static String encoded(String... fields) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) {
            pairs.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return String.join("&", pairs);
    }

    private static String challenge(String verifier) {
        try {
            return base64(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
