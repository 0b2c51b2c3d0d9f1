/** Register, archive and requests that the tests of this service share. */
package org.harmregistry.sources.testing;
