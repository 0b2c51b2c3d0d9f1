/** What the tests of all services share: databases, tokens, checks of problems and of the architecture. */
package org.harmregistry.kit.testing;
