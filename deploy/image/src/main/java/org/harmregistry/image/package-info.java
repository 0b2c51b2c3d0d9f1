/** Images of the services, made without a container engine: a Java runtime, the libraries, the application, each a layer. */
package org.harmregistry.image;
