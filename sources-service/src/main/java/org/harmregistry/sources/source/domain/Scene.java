package org.harmregistry.sources.source.domain;

import java.time.LocalDate;

/**
 * One image of a place from above.
 *
 * @param takenOn the day on which it was taken
 * @param sensor the satellite or camera; at most 100 characters
 * @param provider who sells or gives it; at most 200 characters
 * @param resolutionMetres metres on the ground for one pixel, 0.01 to 10,000
 * @param sceneId the provider's name for it; at most 200 characters
 */
public record Scene(LocalDate takenOn, String sensor, String provider, Double resolutionMetres, String sceneId) {

    public Scene {
        Parts.date(takenOn, "/takenOn");
        Texts.bounded(sensor, 100, "/sensor");
        Texts.bounded(provider, 200, "/provider");
        Parts.number(resolutionMetres, 0.01, 10_000, "/resolutionMetres");
        Texts.bounded(sceneId, 200, "/sceneId");
        Parts.requireSome(takenOn, sensor, provider, resolutionMetres, sceneId);
    }
}
