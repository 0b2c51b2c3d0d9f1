/** What a service says of its own settings. */
package org.harmregistry.kit.configuration;
