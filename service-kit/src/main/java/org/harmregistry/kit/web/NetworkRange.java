package org.harmregistry.kit.web;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Addresses that begin with the same bits (RFC 4632), such as {@code 10.0.0.0/8} or {@code fc00::/7}.
 *
 * @param first any address of the range, 4 or 16 bytes
 * @param bits how many bits they have in common
 */
record NetworkRange(byte[] first, int bits) {

    /** @throws IllegalArgumentException if the text is no range of literal addresses */
    static NetworkRange of(String text) {
        String[] parts = text.strip().split("/", 2);
        // A literal is told by its characters: a name would be looked up.
        if (!parts[0].matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*")) {
            throw new IllegalArgumentException("No range of addresses: " + text);
        }
        try {
            byte[] address = InetAddress.getByName(parts[0]).getAddress();
            int bits = parts.length == 1 ? address.length * Byte.SIZE : Integer.parseInt(parts[1]);
            if (bits < 0 || bits > address.length * Byte.SIZE) {
                throw new IllegalArgumentException("No range of addresses: " + text);
            }
            return new NetworkRange(address, bits);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("No range of addresses: " + text, e);
        }
    }

    boolean contains(byte[] address) {
        int rest = first.length * Byte.SIZE - bits;
        return address.length == first.length
                && new BigInteger(1, address).shiftRight(rest).equals(new BigInteger(1, first).shiftRight(rest));
    }
}
