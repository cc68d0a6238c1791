package uk.co.tenantwise.cx.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.co.tenantwise.cx.domain.settings.ApiUrl;

class AddressGuardTest {
    private final AddressGuard guard = new AddressGuard(false);

    @Nested
    class ObjectionTo {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://127.0.0.1",
                    "https://127.1.2.3:8443",
                    "https://localhost",
                    "https://cx.localhost",
                    "https://localhost.localdomain",
                    "https://metadata.google.internal",
                    "https://cx.corp.internal",
                    "https://metadata.goog",
                    "https://169.254.169.254",
                    "https://10.1.2.3",
                    "https://172.16.0.1",
                    "https://172.31.255.255",
                    "https://192.168.1.1",
                    "https://100.64.0.1",
                    "https://100.127.255.255",
                    "https://0.0.0.0",
                    "https://224.0.0.1",
                    "https://255.255.255.255",
                    "https://168.63.129.16",
                    "https://192.0.0.192",
                    "https://198.18.0.1",
                    "https://[::1]",
                    "https://[::]",
                    "https://[fd00:ec2::254]",
                    "https://[fe80::1]",
                    "https://[fec0::1]",
                    "https://[ff02::1]",
                    "https://[::ffff:127.0.0.1]",
                    "https://[::ffff:10.0.0.1]",
                    "https://[::7f00:1]",
                    "https://[64:ff9b::a00:1]",
                    "https://[2002:7f00:1::]",
                    "https://[2001:0:1::1]"
                })
        void objectionTo_shouldSayWhatToDo_whenAddressIsInternal(String url) {
            assertThat(guard.objectionTo(ApiUrl.parse(url)))
                    .hasValueSatisfying(objection -> assertThat(objection)
                            .contains("private network")
                            .contains("CX_API_ALLOW_PRIVATE_ADDRESSES"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://cx.landlord.example",
                    "https://8.8.8.8",
                    "https://172.32.0.1",
                    "https://172.15.255.255",
                    "https://100.128.0.1",
                    "https://100.63.255.255",
                    "https://192.169.0.1",
                    "https://11.0.0.1",
                    "https://[2a00:1450::1]",
                    "https://[::ffff:8.8.8.8]",
                    "https://[64:ff9b::808:808]",
                    "https://localhost.example",
                    "https://internal.example"
                })
        void objectionTo_shouldBeEmpty_whenAddressIsPublicOrANameToBeResolvedLater(String url) {
            assertThat(guard.objectionTo(ApiUrl.parse(url))).isEmpty();
        }

        @Test
        void objectionTo_shouldAskForHttps_whenUrlIsHttp() {
            assertThat(guard.objectionTo(ApiUrl.parse("http://cx.landlord.example")))
                    .hasValueSatisfying(objection -> assertThat(objection).contains("https://"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"http://127.0.0.1:8080", "http://localhost", "https://10.0.0.1"})
        void objectionTo_shouldBeEmpty_whenPrivateAddressesAreAllowed(String url) {
            assertThat(new AddressGuard(true).objectionTo(ApiUrl.parse(url))).isEmpty();
        }
    }

    @Nested
    class Forbids {
        @ParameterizedTest
        @ValueSource(strings = {"127.0.0.1", "10.0.0.1", "::1", "fd12::1", "169.254.1.1"})
        void forbids_shouldBeTrue_whenAddressIsInternal(String literal) throws UnknownHostException {
            assertThat(guard.forbids(InetAddress.getByName(literal))).isTrue();
            assertThat(new AddressGuard(true).forbids(InetAddress.getByName(literal)))
                    .isFalse();
        }

        @Test
        void forbids_shouldBeFalse_whenAddressIsPublic() throws UnknownHostException {
            assertThat(guard.forbids(InetAddress.getByName("8.8.8.8"))).isFalse();
        }
    }
}
