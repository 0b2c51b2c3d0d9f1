/**
 * All that an assessor needs to answer for one incident, and the form for the answer.
 */
package org.harmregistry.reports.template.dossier;
