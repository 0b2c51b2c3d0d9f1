package org.harmregistry.acceptance.cluster;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts as Kubernetes writes them: cores or bytes, with a suffix. */
final class Quantity {

    private static final Pattern FORM = Pattern.compile("(\\d+(?:\\.\\d+)?)(m|Ki|Mi|Gi|Ti)?");
    private static final Map<String, Double> FACTORS = Map.of("m", 1e-3, "Ki", 1024d, "Mi", 1024d * 1024, "Gi",
            1024d * 1024 * 1024, "Ti", 1024d * 1024 * 1024 * 1024);

    private Quantity() {
    }

    static double of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("no quantity: " + text);
        }
        return Double.parseDouble(form.group(1)) * (form.group(2) == null ? 1 : FACTORS.get(form.group(2)));
    }
}
