/**
 * Words of texts and names, folded so that spellings of one word in Latin or Arabic script become equal.
 */
package org.harmregistry.kit.words;
