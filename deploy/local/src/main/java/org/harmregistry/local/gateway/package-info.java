/** The one public address on one machine: sends each path to its service, and answers when a service does not. */
package org.harmregistry.local.gateway;
