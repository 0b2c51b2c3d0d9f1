/**
 * Redress: what a party offers, pays or refuses for harm, and how each claim stands.
 */
package org.harmregistry.incidents.redress;
