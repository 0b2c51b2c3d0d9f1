package org.harmregistry.kit.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/** The formats in which a collection is answered: JSON page by page, the others whole. */
public enum ExportFormat {
    JSON(MediaType.APPLICATION_JSON),
    GEOJSON("application/geo+json"),
    CSV("text/csv"),
    NDJSON("application/x-ndjson");

    public static final String JSON_TYPE = MediaType.APPLICATION_JSON;
    public static final String GEOJSON_TYPE = "application/geo+json";
    public static final String CSV_TYPE = "text/csv";
    public static final String NDJSON_TYPE = "application/x-ndjson";
    /** For the API document. */
    public static final String PARAMETER = "json (the default), geojson, csv or ndjson; without it the Accept header decides. "
            + "All but json stream the whole filtered set, and take no limit, after or count.";

    private final String type;
    private final MediaType mediaType;

    ExportFormat(String type) {
        this.type = type;
        this.mediaType = MediaType.valueOf(type);
    }

    public String type() {
        return type;
    }

    String term() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The format that a reader asks for.
     *
     * @param parameter the query parameter {@code format}, which goes before the header; {@code null} if absent
     * @param headers of the request, for {@code Accept} with its weights
     * @param offered what the operation offers, the most fitting first
     * @throws Failure 400 for a format that is not offered, 406 if none of those in the header is
     */
    public static ExportFormat asked(String parameter, HttpHeaders headers, ExportFormat... offered) {
        if (parameter != null) {
            return Arrays.stream(offered).filter(format -> format.term().equals(parameter)).findFirst()
                    .orElseThrow(() -> Failure.atParameter(CommonFailure.INVALID_PARAMETER, "format",
                            "Known here: " + Arrays.stream(offered).map(ExportFormat::term)
                                    .collect(Collectors.joining(", ")) + "."));
        }
        List<MediaType> accepted = headers.getAcceptableMediaTypes();
        for (MediaType wanted : accepted) {
            for (ExportFormat format : offered) {
                if (weight(wanted) > 0 && wanted.isCompatible(format.mediaType) && !isRefused(format, accepted)) {
                    return format;
                }
            }
        }
        throw Failure.of(CommonFailure.NOT_ACCEPTABLE);
    }

    private static boolean isRefused(ExportFormat format, List<MediaType> accepted) {
        return accepted.stream().anyMatch(each -> weight(each) == 0 && !each.isWildcardType() && !each.isWildcardSubtype()
                && each.isCompatible(format.mediaType));
    }

    private static double weight(MediaType accepted) {
        try {
            return Double.parseDouble(accepted.getParameters().getOrDefault("q", "1"));
        } catch (NumberFormatException e) {
            return 1;
        }
    }
}
