/**
 * Rulings: the grading and the strike status that analysts give an incident, each with a reason and a standard of proof, each
 * counting once a second analyst has confirmed it.
 */
package org.harmregistry.incidents.ruling.domain;
