package org.harmregistry.reports.page;

import java.util.List;
import java.util.Map;

/**
 * The search as people see it.
 *
 * @param typed what was typed, by field
 * @param faults what is to be mended, by field
 * @param gradings to choose from
 * @param parties to choose from
 * @param orders to choose from
 * @param everywhere what leads out of a square of the map; {@code null} outside of one
 * @param said what was found, in sentences; none if the question could not be asked
 * @param guesses places that are spelt much like the one that nobody knows
 * @param map where all of it happened; {@code null} if there is nothing to draw
 * @param hits a page of the list
 * @param next what leads to the next page; {@code null} on the last
 * @param first what leads to the first page; {@code null} on it
 * @param data the same for programs
 */
public record SearchFace(Map<String, String> typed, Map<String, String> faults, List<Choice> gradings, List<Choice> parties,
        List<Choice> orders, String everywhere, List<String> said, List<Link> guesses, MapFace map, List<Hit> hits,
        String next, String first, List<Link> data) {

    public SearchFace {
        gradings = List.copyOf(gradings);
        parties = List.copyOf(parties);
        orders = List.copyOf(orders);
        said = List.copyOf(said);
        guesses = List.copyOf(guesses);
        hits = List.copyOf(hits);
        data = List.copyOf(data);
    }

    /**
     * @param value as it is sent
     * @param text as it is read
     * @param chosen true if it is chosen now
     */
    public record Choice(String value, String text, boolean chosen) {
    }

    /**
     * @param href where it leads
     * @param text what it is called
     */
    public record Link(String href, String text) {
    }

    /**
     * An incident in the list.
     *
     * @param href its page
     * @param title its title
     * @param about when, where, and how it is graded
     * @param harm what is known of killed and injured civilians
     * @param parties who is named, and as what; may be empty
     */
    public record Hit(String href, String title, String about, String harm, String parties) {
    }

    /**
     * A map of squares.
     *
     * @param picture its title and what can be seen in it
     * @param block the drawing
     * @param caption what the table of squares shows
     * @param squares the squares with the most incidents
     */
    public record MapFace(String picture, BlockFace block, String caption, List<Square> squares) {

        public MapFace {
            squares = List.copyOf(squares);
        }
    }

    /**
     * @param href what leads into it
     * @param text where it lies
     * @param incidents how many lie in it
     */
    public record Square(String href, String text, String incidents) {
    }

    /** True if the question could be asked. */
    public boolean isAnswered() {
        return !said.isEmpty();
    }

    /** What was typed into a field; empty if nothing was. */
    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    /** What is to be mended in a field; empty if nothing is. */
    public String fault(String field) {
        return faults.getOrDefault(field, "");
    }
}
