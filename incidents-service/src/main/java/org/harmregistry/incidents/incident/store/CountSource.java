package org.harmregistry.incidents.incident.store;

import java.util.List;
import java.util.Map;

import org.harmregistry.incidents.incident.domain.Grouping;

/** From where incidents are added up. */
interface CountSource {

    /** What stands behind {@code from}, with what it takes to tell such groups apart. */
    String from(List<Grouping> by);

    String condition();

    Map<String, Object> parameters();

    /** The value by which rows are told apart. */
    String key(Grouping grouping);

    /** The column with the scheme of the totals as published. */
    String scheme();

    /** The sums in the order of {@link CountSums}. */
    String sums();

    default String sql(List<Grouping> by) {
        StringBuilder select = new StringBuilder();
        StringBuilder groups = new StringBuilder();
        for (int i = 0; i < by.size(); i++) {
            select.append(key(by.get(i))).append(" as key").append(i).append(", ");
            groups.append(i + 1).append(", ");
        }
        return "select " + select + scheme() + " as scheme, " + sums() + " from " + from(by) + " where " + condition()
                + " group by " + groups + (by.size() + 1);
    }
}
