/**
 * Examinations over HTTP.
 */
package org.harmregistry.sources.examination.api;
