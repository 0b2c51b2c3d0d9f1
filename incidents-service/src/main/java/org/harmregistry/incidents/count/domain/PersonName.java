package org.harmregistry.incidents.count.domain;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A person's name in the form in which names are compared: what different spellings of one name share. It errs towards taking
 * two people for one, because it serves to say how many people there are at the least.
 *
 * @param script whether the name is in Arabic, in Latin or in other letters; names in different scripts cannot be compared
 * @param words its words, without what spellings differ in
 */
record PersonName(Script script, List<String> words) {

    enum Script {
        ARABIC,
        LATIN,
        OTHER
    }

    private static final Pattern MARKS = Pattern.compile("[\\p{Mn}\u0640'’`ʿʾ]");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}]+");
    private static final Pattern ARTICLE = Pattern.compile("al|el|ul");
    private static final Pattern VOWELS = Pattern.compile("[aeiouyhw]");
    private static final Pattern TWICE = Pattern.compile("(.)\\1+");

    static PersonName of(String name) {
        String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT)).replaceAll("");
        Script script = scriptOf(plain);
        List<String> words = new ArrayList<>();
        for (String word : BETWEEN.split(plain)) {
            String bare = script == Script.LATIN ? latin(word) : script == Script.ARABIC ? arabic(word) : word;
            if (!bare.isEmpty()) {
                words.add(bare);
            }
        }
        return new PersonName(script, List.copyOf(words));
    }

    private static Script scriptOf(String name) {
        int first = name.codePoints().filter(Character::isLetter).findFirst().orElse('a');
        return switch (Character.UnicodeScript.of(first)) {
            case ARABIC -> Script.ARABIC;
            case LATIN -> Script.LATIN;
            default -> Script.OTHER;
        };
    }

    /** Consonants alone: vowels, doubled letters and some letters are what transliterations differ in. */
    private static String latin(String word) {
        if (ARTICLE.matcher(word).matches()) {
            return "";
        }
        String name = word.startsWith("al") && word.length() > 5 ? word.substring(2) : word;
        String bare = VOWELS.matcher(name).replaceAll("").replace('q', 'k').replace('c', 'k').replace('z', 's')
                .replace('j', 'g').replace('v', 'f').replace('p', 'b');
        bare = TWICE.matcher(bare).replaceAll("$1");
        return bare.isEmpty() ? word.substring(0, Math.min(1, word.length())) : bare;
    }

    private static String arabic(String word) {
        String bare = word.startsWith("ال") && word.length() > 4 ? word.substring(2) : word;
        return bare.replaceAll("[\u0622\u0623\u0625\u0671]", "\u0627").replace('\u0649', '\u064a').replace('\u06cc', '\u064a')
                .replace('\u0629', '\u0647').replace("\u0621", "");
    }

    /** True if this can be a shorter form of the other name: two words or more of it, in their order. */
    boolean shortens(PersonName longer) {
        if (script != longer.script || words.size() < 2 || words.size() >= longer.words.size()) {
            return false;
        }
        int at = 0;
        for (String word : longer.words) {
            if (at < words.size() && words.get(at).equals(word)) {
                at++;
            }
        }
        return at == words.size();
    }
}
