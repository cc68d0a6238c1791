package uk.co.tenantwise.cx.adapter.http;

import io.micronaut.http.client.exceptions.ContentLengthExceededException;
import io.micronaut.http.client.exceptions.ReadTimeoutException;
import io.micronaut.http.client.exceptions.ResponseClosedException;
import io.micronaut.http.exceptions.BufferLengthExceededException;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;
import uk.co.tenantwise.cx.domain.settings.ApiUrl;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/** Tells what kind of trouble a failed exchange was. The words of libraries never reach a message. */
final class TransportFaults {
    private static final String PERHAPS_BLOCKED =
            ". If other computers reach it, its firewall may not let this service's addresses in";

    /** How far an exchange got before it failed. */
    enum Progress {
        /** No connection: nothing was sent. */
        NOT_CONNECTED,
        /** Something may have been sent; no answer has begun. */
        NO_ANSWER,
        /** The answer had begun. */
        ANSWER_BEGUN
    }

    private TransportFaults() {}

    static CxFault of(Throwable failure, ApiUrl url, Progress progress, int limit) {
        List<Throwable> chain = chain(failure);
        if (has(chain, BufferLengthExceededException.class) || has(chain, ContentLengthExceededException.class)) {
            return tooLarge(limit);
        }
        return switch (progress) {
            case NOT_CONNECTED -> notConnected(chain, url);
            case NO_ANSWER -> noAnswer(chain, url);
            case ANSWER_BEGUN -> brokenOff(chain, url);
        };
    }

    static CxFault.ContractBroken tooLarge(int limit) {
        return new CxFault.ContractBroken("Cx sent an answer of more than " + limit + " bytes");
    }

    /** What went wrong before a connection stood, with java.net's sockets or with Netty's. */
    static CxFault notConnected(List<Throwable> chain, ApiUrl url) {
        String place = url.host() + " on port " + url.port();
        if (has(chain, ConnectTimeoutException.class)
                || has(chain, SocketTimeoutException.class)
                || has(chain, SslHandshakeTimeoutException.class)
                || has(chain, ReadTimeoutException.class)) {
            return new CxFault.TimedOut(place + " did not open a connection in time" + PERHAPS_BLOCKED);
        }
        if (has(chain, EOFException.class) || has(chain, ClosedChannelException.class)) {
            return new CxFault.Unreachable(place + " closed the connection as soon as it was opened" + PERHAPS_BLOCKED);
        }
        if (has(chain, SSLException.class) || has(chain, CertificateException.class)) {
            return new CxFault.TlsFailed(tls(chain, place));
        }
        if (has(chain, ConnectException.class)) {
            return new CxFault.Unreachable(place + " refused the connection" + PERHAPS_BLOCKED);
        }
        return new CxFault.Unreachable("No connection to " + place + " could be opened" + PERHAPS_BLOCKED);
    }

    static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable each = failure; each != null && chain.size() < 20; each = each.getCause()) {
            chain.add(each);
        }
        return chain;
    }

    private static CxFault noAnswer(List<Throwable> chain, ApiUrl url) {
        if (has(chain, ReadTimeoutException.class)) {
            return new CxFault.TimedOut(url.host() + " did not answer in time");
        }
        if (has(chain, IOException.class) || has(chain, ResponseClosedException.class)) {
            return new CxFault.Unreachable(url.host() + " closed the connection without an answer" + PERHAPS_BLOCKED);
        }
        return new CxFault.ContractBroken("What answers at " + url.host() + " does not speak HTTP");
    }

    private static CxFault brokenOff(List<Throwable> chain, ApiUrl url) {
        if (has(chain, ReadTimeoutException.class)) {
            return new CxFault.TimedOut(url.host() + " did not finish its answer in time");
        }
        if (has(chain, IOException.class)) {
            return new CxFault.Unreachable(url.host() + " broke the connection in the middle of its answer");
        }
        return new CxFault.ContractBroken("The answer of Cx was cut off");
    }

    private static String tls(List<Throwable> chain, String place) {
        if (has(chain, CertificateExpiredException.class)) {
            return "The certificate of " + place + " has expired";
        }
        if (has(chain, CertificateNotYetValidException.class)) {
            return "The certificate of " + place + " is not valid yet";
        }
        if (says(chain, "No name matching") || says(chain, "No subject alternative")) {
            return "The certificate of " + place + " is for another name";
        }
        if (has(chain, CertPathBuilderException.class) || has(chain, CertPathValidatorException.class)) {
            return "The certificate of " + place
                    + " is not trusted: it is signed by itself or by somebody unknown here";
        }
        if (has(chain, NotSslRecordException.class) || says(chain, "Unsupported or unrecognized SSL message")) {
            return place + " does not speak TLS: perhaps the port is wrong";
        }
        return "No secure connection could be agreed with " + place;
    }

    private static boolean has(List<Throwable> chain, Class<? extends Throwable> type) {
        return chain.stream().anyMatch(type::isInstance);
    }

    private static boolean says(List<Throwable> chain, String words) {
        return chain.stream().anyMatch(each -> String.valueOf(each.getMessage()).contains(words));
    }
}
