/**
 * How files are examined, and how what was found is written.
 */
package org.harmregistry.sources.examination.domain;
