package org.harmregistry.local.loader;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

import org.harmregistry.local.loader.client.CannotGoOn;
import org.harmregistry.local.loader.client.Connection;
import org.harmregistry.local.loader.client.EnvironmentTokens;
import org.harmregistry.local.loader.client.Patience;
import org.harmregistry.local.loader.client.RegistryClient;
import org.harmregistry.local.loader.client.Result;
import org.harmregistry.local.loader.ucdp.GedParties;

/**
 * Loads the shipped data into a registry. Every step can be repeated: ids follow from the data, and rows are matched by
 * external ids, so that a load that was cut is simply run again and a second run changes nothing.
 * <p>
 * Environment: {@code GATEWAY_URL}, {@code TOKEN_PUBLISHER}, {@code TOKEN_ANALYST}, {@code TOKEN_ADMIN}; {@code DATA_DIR}
 * names a folder like {@code src/main/data} to load instead of the packaged one. Ends with 0 when all is in, 1 when rows
 * were refused, 2 when it could not go on.
 */
public final class LoadData {

    private static final String ORGANISATION = "harm-registry";
    private static final Duration ANSWER_WITHIN = Duration.ofMinutes(2);

    private LoadData() {
    }

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(System.getenv(), Patience.ABOUT_A_MINUTE, out));
    }

    static int run(Map<String, String> environment, Patience patience, PrintStream out) {
        try {
            return load(environment, patience, out);
        } catch (CannotGoOn end) {
            out.println("the load stopped: " + end.getMessage());
        } catch (IOException unreadable) {
            out.println("the load stopped: a data file cannot be read (" + unreadable.getMessage() + "); build again, or check "
                    + "DATA_DIR");
        }
        return 2;
    }

    private static int load(Map<String, String> environment, Patience patience, PrintStream out) throws IOException {
        String folder = environment.get("DATA_DIR");
        ShippedData data = folder == null ? ShippedData.packaged() : ShippedData.in(Path.of(folder));
        RegistryClient registry = new RegistryClient(gateway(environment), new EnvironmentTokens(environment), ORGANISATION,
                new Connection(patience, ANSWER_WITHIN, Clock.systemUTC()));
        Progress progress = new Progress(out, Clock.systemUTC());
        Summary summary = new Summary();
        Delivery delivery = new Delivery(registry, progress, summary);

        CaseLoad raqqa = new CaseLoad(data, delivery);
        GedParties parties = new GedParties(raqqa.parties());
        new EventLoad(data, delivery, parties).run();
        new LedgerLoad(data, delivery).run();
        new StrikeLoad(data, delivery).run();
        raqqa.run();
        new ReportLoad(data, delivery).run();

        summary.lines(progress.elapsed()).forEach(progress::line);
        return summary.count(Result.REFUSED) == 0 ? 0 : 1;
    }

    private static URI gateway(Map<String, String> environment) {
        String url = environment.get("GATEWAY_URL");
        if (url == null || !url.matches("https?://[^/]+/?")) {
            throw new CannotGoOn("GATEWAY_URL is not set to an address",
                    "set it to the gateway's, such as http://127.0.0.1:8080");
        }
        return URI.create(url);
    }
}
