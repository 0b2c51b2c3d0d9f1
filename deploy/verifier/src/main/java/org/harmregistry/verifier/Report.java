package org.harmregistry.verifier;

import java.io.PrintStream;

/** Says line by line what holds and what does not. */
final class Report {

    /** Something that may turn out not to be sound. */
    interface Check {
        void run() throws NotSoundException;
    }

    private final PrintStream out;
    private boolean sound = true;

    Report(PrintStream out) {
        this.out = out;
    }

    /** Whether everything that was checked so far holds. */
    boolean isSound() {
        return sound;
    }

    /** Checks something: a sentence if it holds, the reason if it does not. */
    boolean check(String sentence, Check check) {
        try {
            check.run();
            out.println("holds   " + printable(sentence));
            return true;
        } catch (NotSoundException e) {
            return fails(sentence, e.getMessage());
        } catch (RuntimeException e) {
            // Whatever a reader stumbles over is no bundle.
            return fails(sentence, "it is in no form that can be read");
        }
    }

    private boolean fails(String sentence, String reason) {
        sound = false;
        out.println("FAILS   " + printable(sentence + ": " + reason));
        return false;
    }

    void note(String sentence) {
        out.println("note    " + printable(sentence));
    }

    void say(String sentence) {
        out.println(printable(sentence));
    }

    /** What stands in a bundle must not steer a terminal or turn its text around. */
    private static String printable(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
    }
}
