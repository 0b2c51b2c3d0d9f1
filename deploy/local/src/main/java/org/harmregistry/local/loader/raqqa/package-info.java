/** Reads the facts of the Raqqa case and the report definitions, which are kept as JSON in the form of the API. */
package org.harmregistry.local.loader.raqqa;
