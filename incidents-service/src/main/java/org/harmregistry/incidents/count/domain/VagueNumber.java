package org.harmregistry.incidents.count.domain;

import java.util.List;

import org.harmregistry.incidents.incident.domain.CasualtyRange;

/**
 * One entry of the codebook of vague words.
 *
 * @param key names the entry
 * @param english words in English
 * @param arabic words in Arabic
 * @param counts what they count as
 */
public record VagueNumber(String key, List<String> english, List<String> arabic, CasualtyRange counts) {
}
