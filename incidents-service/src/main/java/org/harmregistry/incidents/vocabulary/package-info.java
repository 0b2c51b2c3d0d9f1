/**
 * The controlled vocabularies: their terms with labels in English and Arabic, what they mean, and what they match in the
 * lists of others.
 */
package org.harmregistry.incidents.vocabulary;
