package nl.voorelkaar.portal.hook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/**
 * Where a program can be told: https on a name of the public internet, so that nobody has this house knock on a door
 * inside it (server-side request forgery). In the local environment, where the house itself has no https, any address
 * will do.
 */
final class HookAddress {

    private static final int LONGEST = 500;

    private final boolean local;

    HookAddress(boolean local) {
        this.local = local;
    }

    /** Empty when it is no address to send to, whatever its name leads to. */
    Optional<URI> read(String text) {
        try {
            var address = URI.create(text);
            var fit = text.length() <= LONGEST
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawFragment() == null
                    && text.chars().allMatch(sign -> sign > ' ' && sign < 0x7f)
                    && ("https".equals(address.getScheme()) && name(address.getHost())
                            || local && "http".equals(address.getScheme()));
            return fit ? Optional.of(address) : Optional.empty();
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** A name with a dot and a letter after the last one: no number in any notation, and no name of the own network. */
    private static boolean name(String host) {
        return host.matches("[A-Za-z0-9.-]+\\.[A-Za-z][A-Za-z0-9-]+");
    }

    /**
     * Looks the name up. The caller connects to what this returns, and does not look it up again: the next answer can
     * be another one.
     *
     * @return empty when one of the addresses of this name is not public
     */
    Optional<InetAddress> resolve(URI address) throws UnknownHostException {
        var all = List.of(InetAddress.getAllByName(address.getHost()));
        return local || all.stream().allMatch(HookAddress::isPublic) ? Optional.of(all.getFirst()) : Optional.empty();
    }

    /** By the registries of special addresses (RFC 6890): of IPv6 only what is given out, without what tunnels IPv4. */
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        var bytes = address.getAddress();
        var first = bytes[0] & 0xff;
        var second = bytes[1] & 0xff;
        var third = bytes[2] & 0xff;
        if (address instanceof Inet4Address) {
            return first != 0
                    && first < 240
                    && !(first == 100 && second >= 64 && second < 128)
                    && !(first == 192 && second == 0 && (third == 0 || third == 2))
                    && !(first == 192 && second == 88 && third == 99)
                    && !(first == 198 && (second == 18 || second == 19))
                    && !(first == 198 && second == 51 && third == 100)
                    && !(first == 203 && second == 0 && third == 113);
        }
        var fourth = bytes[3] & 0xff;
        return first >= 0x20
                && first < 0x40
                && !(first == 0x20 && second == 0x02)
                && !(first == 0x20 && second == 0x01 && third < 2)
                && !(first == 0x20 && second == 0x01 && third == 0x0d && fourth == 0xb8)
                && !(first == 0x3f && second == 0xff && third < 0x10);
    }
}
