package org.harmregistry.kit.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Trees are written as the reference implementation of RFC 8785 writes their text. */
class CanonicalTreeTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String[] TEXTS = { "", "a", "\u20ac", "\"\\/", "\u0000\u001f\b\t\n\f\r\u007f", "\u0633\u0648\u0642",
            "\ud83d\ude02", "\ufb33", "\u0080", "</script>" };
    private static final double[] NUMBERS = { 0, -0.0, 1, 1.5, 1e21, 1e-7, 333333333.33333329, 4.5, 2e-3, 9007199254740993d,
            Double.MAX_VALUE, Double.MIN_VALUE };

    private static void same(JsonNode tree) {
        assertThat(new String(CanonicalJson.canonical(tree), StandardCharsets.UTF_8))
                .isEqualTo(new String(CanonicalJson.canonical(tree.toString()), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{\"numbers\":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],\"literals\":[null,true,false]}",
            "{\"b\":{\"y\":1,\"x\":[]},\"a\":{},\"euro\":\"line\\nend\"}",
            "{\"n\":9007199254740993,\"m\":-9223372036854775808,\"o\":123456789012345678901234567890}" })
    void textsOfTheStandardAndLargeNumbers(String json) throws Exception {
        same(MAPPER.readTree(json));
    }

    @Test
    void tenThousandRandomTrees() {
        Random random = new Random(8785);
        for (int i = 0; i < 10_000; i++) {
            ObjectNode tree = JsonNodeFactory.instance.objectNode();
            fill(tree, random, 3);
            same(tree);
        }
    }

    private static void fill(ObjectNode node, Random random, int depth) {
        for (int i = random.nextInt(5); i > 0; i--) {
            node.set(text(random), value(random, depth));
        }
    }

    private static JsonNode value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 7 : 5)) {
            case 0 -> JsonNodeFactory.instance.textNode(text(random));
            case 1 -> JsonNodeFactory.instance.numberNode(random.nextLong() >> random.nextInt(64));
            case 2 -> JsonNodeFactory.instance.numberNode(NUMBERS[random.nextInt(NUMBERS.length)]);
            case 3 -> JsonNodeFactory.instance.booleanNode(random.nextBoolean());
            case 4 -> JsonNodeFactory.instance.nullNode();
            case 5 -> {
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                for (int i = random.nextInt(4); i > 0; i--) {
                    array.add(value(random, depth - 1));
                }
                yield array;
            }
            default -> {
                ObjectNode object = JsonNodeFactory.instance.objectNode();
                fill(object, random, depth - 1);
                yield object;
            }
        };
    }

    private static String text(Random random) {
        return TEXTS[random.nextInt(TEXTS.length)] + TEXTS[random.nextInt(TEXTS.length)];
    }
}
