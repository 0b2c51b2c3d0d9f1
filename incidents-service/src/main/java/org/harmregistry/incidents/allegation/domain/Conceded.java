package org.harmregistry.incidents.allegation.domain;

/**
 * The harm that a party concedes.
 *
 * @param killed people killed
 * @param injured people injured
 */
public record Conceded(ConcededCount killed, ConcededCount injured) {

    void check(String pointer) {
        if (killed != null) {
            killed.check(pointer + "/killed");
        }
        if (injured != null) {
            injured.check(pointer + "/injured");
        }
    }
}
