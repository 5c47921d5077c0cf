package nl.voorelkaar.portal.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom this house does not knock on for anybody. */
class HookAddressTests {

    private final HookAddress policy = new HookAddress(false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://haak.voorbeeld.example",
                "https://haak.voorbeeld.example:8443/a/b?c=d",
                "https://xn--bcher-kva.example/"
            })
    void anHttpsAddressWithANameWillDo(String text) {
        assertThat(policy.read(text)).contains(URI.create(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "haak.voorbeeld.example",
                "http://haak.voorbeeld.example/",
                "ftp://haak.voorbeeld.example/",
                "https:haak",
                "https:///haak",
                "https://a:b@voorbeeld.example/",
                "https://voorbeeld.example/#deel",
                "https://voorbeeld.example/a b",
                "https://voorbeeld.example/\r\nX: y",
                "https://voorbeeld.example/\u00e9",
                "https://localhost/",
                "https://intern/",
                "https://127.0.0.1/",
                "https://2130706433/",
                "https://0x7f.1/",
                "https://[::1]/",
                "https://[fd00::1]/"
            })
    void anythingElseWillNot(String text) {
        assertThat(policy.read(text)).isEmpty();
    }

    @Test
    void aLongAddressWillNot() {
        assertThat(policy.read("https://voorbeeld.example/" + "x".repeat(500))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.1.2.3",
                "100.64.0.1",
                "127.0.0.1",
                "127.8.8.8",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2001:db8::1",
                "2001:0:1::1",
                "2002:a00:1::1",
                "3fff::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void noAddressOfANetworkInside(String address) throws UnknownHostException {
        assertThat(HookAddress.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "100.63.255.255",
                "100.128.0.1",
                "172.32.0.1",
                "192.0.1.1",
                "198.20.0.1",
                "2a00::1",
                "2001:4860::1"
            })
    void everyAddressOfTheInternet(String address) throws UnknownHostException {
        assertThat(HookAddress.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void aNameThatLeadsInsideLeadsNowhere() throws UnknownHostException {
        var inside = URI.create("https://localhost:1/");
        assertThat(policy.resolve(inside)).isEmpty();
        assertThat(new HookAddress(true).resolve(inside)).isPresent();
    }
}
