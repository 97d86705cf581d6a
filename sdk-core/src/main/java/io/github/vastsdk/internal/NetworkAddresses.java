package io.github.vastsdk.internal;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Tells addresses of the public internet from those of networks that only this machine may be able to reach. */
final class NetworkAddresses {
    private static final int V4_BYTES = 4;

    private NetworkAddresses() {}

    /** Tells whether an address is on the public internet, for IPv6 also by the IPv4 address that it may hold. */
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublicV4(bytes) : isPublicV6(bytes);
    }

    private static boolean isPublicV4(byte[] bytes) {
        int a = bytes[0] & 0xff;
        int b = bytes[1] & 0xff;
        int c = bytes[2] & 0xff;
        return a != 0 // this network
                && !(a == 100 && (b & 0xc0) == 64) // behind a provider's NAT
                && !(a == 192 && b == 0 && (c == 0 || c == 2)) // protocol assignments, and documentation
                && !(a == 198 && (b & 0xfe) == 18) // measurements
                && !(a == 198 && b == 51 && c == 100) // documentation
                && !(a == 203 && b == 0 && c == 113) // documentation
                && a < 240; // reserved, and broadcast
    }

    /** Only what is assigned for the public internet is, less what is set apart in it. */
    private static boolean isPublicV6(byte[] bytes) {
        if (startsWith(bytes, 0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0)) {
            return isPublic(v4(bytes, 12)); // translated to IPv4
        }
        if (startsWith(bytes, 0x20, 0x02)) {
            return isPublic(v4(bytes, 2)); // tunnelled to IPv4
        }
        boolean assigned = (bytes[0] & 0xe0) == 0x20;
        boolean protocols = startsWith(bytes, 0x20, 0x01) && (bytes[2] & 0xfe) == 0; // tunnels through NAT among them
        boolean documentation =
                startsWith(bytes, 0x20, 0x01, 0x0d, 0xb8) || (startsWith(bytes, 0x3f, 0xff) && (bytes[2] & 0xf0) == 0);
        return assigned && !protocols && !documentation;
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if ((bytes[i] & 0xff) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    private static InetAddress v4(byte[] bytes, int from) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + V4_BYTES));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are always an address", e);
        }
    }
}
