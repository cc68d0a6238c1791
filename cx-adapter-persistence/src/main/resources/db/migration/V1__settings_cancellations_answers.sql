-- Runs unchanged on PostgreSQL and on H2 in its PostgreSQL mode.

-- One row for each save; rows are never changed. Version 0, the defaults, has no row.
CREATE TABLE cx_settings (
    version              BIGINT                      NOT NULL,
    saved_at             TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    actor                VARCHAR                     NOT NULL,
    source               BIGINT                      NOT NULL,
    enabled              BOOLEAN                     NOT NULL,
    api_url              VARCHAR(300),
    username             VARCHAR                     NOT NULL,
    company_id           VARCHAR(100),
    company_code         VARCHAR,
    company_name         VARCHAR,
    start_date           DATE,
    cancellation_enabled BOOLEAN                     NOT NULL,
    notice_days          INTEGER                     NOT NULL,
    notice_unit          VARCHAR(30)                 NOT NULL,
    cut_off              TIME                        NOT NULL,
    bank_holidays        VARCHAR(30)                 NOT NULL,
    cancel_status_code   VARCHAR                     NOT NULL,
    cancel_reason_code   VARCHAR                     NOT NULL,
    contact_line         VARCHAR                     NOT NULL,
    repairs_minutes      INTEGER                     NOT NULL,
    customer_minutes     INTEGER                     NOT NULL,
    CONSTRAINT cx_settings_pk PRIMARY KEY (version)
);

-- What a save changed, in the order of the page. Never a password.
CREATE TABLE cx_settings_change (
    version      BIGINT       NOT NULL,
    place        INTEGER      NOT NULL,
    field        VARCHAR(100) NOT NULL,
    value_before VARCHAR,
    value_after  VARCHAR,
    CONSTRAINT cx_settings_change_pk PRIMARY KEY (version, place),
    CONSTRAINT cx_settings_change_version_fk FOREIGN KEY (version) REFERENCES cx_settings (version)
);

-- The present secrets, encrypted. Former ones are not kept.
CREATE TABLE cx_secret (
    purpose    VARCHAR(50) NOT NULL,
    ciphertext BYTEA       NOT NULL,
    CONSTRAINT cx_secret_pk PRIMARY KEY (purpose)
);

-- Attempts to cancel. An attempt is open while open_target and check_at are not null; null values do not collide, so that
-- the constraint lets one attempt for a target be open and any number be closed.
CREATE TABLE cx_cancellation (
    id           UUID                        NOT NULL,
    api_url      VARCHAR(300)                NOT NULL,
    company_id   VARCHAR(100)                NOT NULL,
    contact      VARCHAR(200)                NOT NULL,
    target_kind  VARCHAR(20)                 NOT NULL,
    target       VARCHAR(200)                NOT NULL,
    note         VARCHAR                     NOT NULL,
    requested_by VARCHAR                     NOT NULL,
    requested_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    policy       BIGINT                      NOT NULL,
    outcome      VARCHAR(30)                 NOT NULL,
    refusal      VARCHAR(40),
    cx_message   VARCHAR,
    sends        INTEGER                     NOT NULL,
    last_sent_at TIMESTAMP(6) WITH TIME ZONE,
    checks       INTEGER                     NOT NULL,
    closed_at    TIMESTAMP(6) WITH TIME ZONE,
    check_at     TIMESTAMP(6) WITH TIME ZONE,
    open_target  VARCHAR(230),
    CONSTRAINT cx_cancellation_pk PRIMARY KEY (id),
    CONSTRAINT cx_cancellation_one_open UNIQUE (api_url, company_id, open_target)
);
CREATE INDEX cx_cancellation_requested_at ON cx_cancellation (requested_at);
CREATE INDEX cx_cancellation_check_at ON cx_cancellation (check_at);

-- What requests with an idempotency key were answered; the key is the contact's own.
CREATE TABLE cx_answer (
    contact         VARCHAR(200)                NOT NULL,
    idempotency_key VARCHAR(200)                NOT NULL,
    fingerprint     VARCHAR                     NOT NULL,
    attempt         UUID                        NOT NULL,
    remembered_at   TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    outcome         VARCHAR(30),
    refusal         VARCHAR(40),
    cx_message      VARCHAR,
    CONSTRAINT cx_answer_pk PRIMARY KEY (contact, idempotency_key)
);
CREATE INDEX cx_answer_remembered_at ON cx_answer (remembered_at);
