package org.harmregistry.local;

/** The port that was chosen for a part is in use by another program: whoever plans anew chooses another. */
final class PortTaken extends Fault {

    private static final long serialVersionUID = 1L;

    private final PartName part;
    private final int port;

    PortTaken(int port, PartName part) {
        super("Port " + port + " for " + part.text() + " is in use by another program",
                "Run deploy/up again: it will choose another port");
        this.part = part;
        this.port = port;
    }

    PartName part() {
        return part;
    }

    int port() {
        return port;
    }
}
