/** The gateway's configuration as Debian's nginx runs it, in front of small servers that tell what reached them. */
package org.harmregistry.acceptance.gateway;
