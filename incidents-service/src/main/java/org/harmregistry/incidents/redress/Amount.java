package org.harmregistry.incidents.redress;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.incidents.record.Fields;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/** A sum of money. */
@Schema(name = "RedressAmount", description = "A sum of money, in one currency")
public record Amount(
        @Schema(required = true, minimum = "0", maximum = "1000000000000", description = "At most 4 digits after the point") BigDecimal value,
        @Schema(required = true, description = "Three letters of ISO 4217", examples = "USD") String currency) {

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
    private static final BigDecimal MOST = new BigDecimal("1000000000000");
    private static final int MOST_DIGITS = 4;

    public Amount {
        Fields.required(value, "/value");
        if (value.signum() < 0 || value.compareTo(MOST) > 0 || value.stripTrailingZeros().scale() > MOST_DIGITS) {
            throw Failure.at(CommonFailure.INVALID_VALUE, "/value",
                    "A number from 0 to 1,000,000,000,000 with at most 4 digits after the point.");
        }
        if (!CURRENCIES.contains(Fields.required(currency, "/currency"))) {
            throw Failure.at(CommonFailure.INVALID_VALUE, "/currency", "Three letters of ISO 4217, such as USD.");
        }
        // 250.0 and 250.00 are one sum, and are kept as one.
        value = value.stripTrailingZeros();
        value = value.scale() < 0 ? value.setScale(0) : value;
    }
}
