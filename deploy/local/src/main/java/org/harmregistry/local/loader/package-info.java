/**
 * Loads the shipped data through the public API, as a partner's program would, and shows how such a program is written:
 * {@code client} talks to the API, {@code ucdp}, {@code ledger} and {@code raqqa} turn files into what the API takes, and
 * the classes here say what is sent in which order.
 */
package org.harmregistry.local.loader;
