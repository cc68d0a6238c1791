package uk.co.tenantwise.cx.ports.fault;

/** The stable codes of the faults, for answers, metrics and logs. */
public enum FaultCode {
    /** The name does not resolve, the connection is refused, or it broke. */
    CX_UNREACHABLE,
    /** No complete answer within the deadline. */
    CX_TIMED_OUT,
    /** The certificate is not trusted, does not fit the name, or no secure protocol was agreed. */
    CX_TLS_FAILED,
    /** The address that the name resolves to must not be called from here. */
    CX_ADDRESS_FORBIDDEN,
    /** Something in front of Cx turned this service's address away. */
    CX_ADDRESS_NOT_WHITELISTED,
    /** Wrong user name or password, locked account, or password to be changed. */
    CX_CREDENTIALS_REJECTED,
    /** The Cx user has no API permission. */
    CX_NO_API_PERMISSION,
    /** Unknown to Cx, or not visible to the Cx user; Cx does not tell which. */
    CX_NOT_FOUND,
    /** Cx understood the request and refused it. */
    CX_REFUSED,
    /** Too many requests. */
    CX_THROTTLED,
    /** Overload, maintenance or an error inside Cx. */
    CX_UNAVAILABLE,
    /** The answer is not what the contract says. */
    CX_CONTRACT_BROKEN,
    /** This service has as many calls to Cx under way and waiting as it may; nothing was sent. */
    CX_BUSY
}
