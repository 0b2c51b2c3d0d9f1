package org.harmregistry.reports.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

/** Minors and living witnesses are not named. */
@ApplicationScoped
class NamedPerson implements GateRule {

    /** Two to six words with capitals. Every repetition is bounded: the texts of replies are anybody's. */
    private static final String WORD = "\\p{Lu}[\\p{L}'’-]{1,30}";
    private static final String NAME = "(?<![\\p{L}'’-])" + WORD + "(?:\\s{1,2}(?:al-|el-|bin\\s|bint\\s|abu\\s|umm\\s)?" + WORD
            + "){1,5}";
    private static final String MINOR = "(?:[0-9]|1[0-7])";

    /** A name with an age below 18 before or after it. */
    private static final List<Pattern> MINORS = List.of(
            Pattern.compile(
                    NAME + "\\s{0,2}[,(]\\s{0,2}(?:aged?\\s{1,2}|age\\s{1,2})?" + MINOR + "\\s{0,2}(?:[,).;]|years? old|$)"),
            Pattern.compile(NAME + "\\s{1,2}(?:was|is|, who was)\\s{1,2}" + MINOR + "\\b(?!\\s{0,2}(?:kilomet|km|%|per cent))"),
            Pattern.compile("\\b" + MINOR
                    + "[- ](?:year|month|week|day)s?[- ]old\\s{1,2}(?:(?:girl|boy|child|son|daughter|baby)\\s{1,2})?(?:named\\s{1,2})?"
                    + NAME),
            Pattern.compile("(?:الطفلة?|الرضيعة?)\\s{1,2}\\p{InArabic}{2,20}\\s{1,2}\\p{InArabic}{2,20}"));

    /** Somebody who saw or survived it, with a name. */
    private static final List<Pattern> WITNESSES = List.of(
            Pattern.compile("\\b(?:witness|eyewitness|survivor|bystander)(?:es|s)?,?\\s{1,2}(?:named\\s{1,2})?" + NAME),
            Pattern.compile(NAME + ",?\\s{1,2}(?:an?|the|another)?\\s{0,2}(?:witness|eyewitness|survivor|bystander)\\b"),
            Pattern.compile(NAME + "\\s{1,2}(?:survived|witnessed|saw)\\b"));

    @Override
    public String name() {
        return "named-person-1";
    }

    @Override
    public String text() {
        return "A name of two or more words beside an age below 18, or beside the word witness, survivor or bystander. It reads "
                + "English, and of Arabic the words for child and infant before two words. It finds no name that stands alone, "
                + "and may find a place or an office. Blocks; two people may override it where nobody is named, or where the "
                + "family agreed.";
    }

    @Override
    public List<Finding> check(GateEvidence evidence) {
        List<Finding> found = new ArrayList<>();
        evidence.texts().forEach(text -> {
            if (MINORS.stream().anyMatch(pattern -> pattern.matcher(text.text()).find())) {
                found.add(Finding.blocks(name(), text.pointer(), "A name stands beside an age below 18.", true));
            }
            if (WITNESSES.stream().anyMatch(pattern -> pattern.matcher(text.text()).find())) {
                found.add(Finding.blocks(name(), text.pointer(), "Somebody who saw or survived it is named.", true));
            }
        });
        return found;
    }
}
