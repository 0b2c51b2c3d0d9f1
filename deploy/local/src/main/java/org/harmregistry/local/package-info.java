/** The whole suite on one machine: starts, watches and stops every part, each as a process of its own. */
package org.harmregistry.local;
