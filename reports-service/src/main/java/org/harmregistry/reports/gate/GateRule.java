package org.harmregistry.reports.gate;

import java.util.List;

/** One rule of the gate. It is a pure function: the same evidence gives the same findings. */
public interface GateRule {

    /** Name and version, such as {@code consent-scope-1}: a rule that decides otherwise gets a new version. */
    String name();

    /** What it looks for and what it does not, in a few sentences for people. */
    String text();

    List<Finding> check(GateEvidence evidence);
}
