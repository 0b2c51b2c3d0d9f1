package org.harmregistry.acceptance.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Words by Zipf's law, as in any language: the commonest in most texts, a rare one in one of thousands. */
final class SyntheticWords {

    private static final String[] COMMON = ("market street house family school hospital clinic road bridge bakery mosque camp field "
            + "night morning evening dawn witnesses neighbours residents rescuers reported described counted heard aircraft shell "
            + "rocket artillery drone blast rubble building floor basement shelter vehicle convoy ambulance water pump station "
            + "square quarter district village outskirts northern southern eastern western women children men elderly displaced "
            + "injured killed missing buried names list photographs video local council media office network monitoring statement "
            + "denied confirmed second first several strike strikes hours later area damage destroyed partly completely")
            .split(" ");
    private static final String[] ARABIC = ("سوق شارع منزل عائلة مدرسة مشفى طريق جسر فرن مسجد مخيم ليلا صباحا مساء شهود جيران سكان "
            + "قصف غارة طائرة قذيفة صاروخ ركام مبنى ملجأ سيارة إسعاف مياه ساحة حي قرية شمال جنوب شرق غرب نساء أطفال رجال نازحون "
            + "جرحى قتلى مفقودون أسماء صور فيديو مجلس محلي مكتب بيان نفى أكد ثانية ضربة ساعات دمار").split(" ");
    private static final String[] SYLLABLES = "ba de fi go hu ja ke li mo nu ra se ti vo wu za".split(" ");
    private static final int RARE = 20_000;

    private SyntheticWords() {
    }

    /** English words, and behind the common ones made ones. */
    static String english(SplittableRandom random, int count) {
        return words(COMMON, random, count);
    }

    static String arabic(SplittableRandom random, int count) {
        return words(ARABIC, random, count);
    }

    private static String words(String[] common, SplittableRandom random, int count) {
        List<String> words = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int rank = (int) Math.pow(RARE, random.nextDouble()) - 1;
            words.add(rank < common.length ? common[rank] : rare(rank));
        }
        return String.join(" ", words);
    }

    /** A made word, always the same for its rank. */
    private static String rare(int rank) {
        StringBuilder word = new StringBuilder();
        for (int left = rank; left > 0; left /= SYLLABLES.length) {
            word.append(SYLLABLES[left % SYLLABLES.length]);
        }
        return word.toString();
    }
}
