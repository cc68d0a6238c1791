-- Runs unchanged on PostgreSQL and on H2 in its PostgreSQL mode.

-- The administrator who recorded an outcome by hand.
ALTER TABLE cx_cancellation ADD COLUMN settled_by VARCHAR;

-- Open attempts, and those with one outcome, are counted and listed without reading all; old ones are found to be deleted.
CREATE INDEX cx_cancellation_outcome ON cx_cancellation (outcome, requested_at);
CREATE INDEX cx_cancellation_closed_at ON cx_cancellation (closed_at);

-- What was good for a limited time and is used up: sessions that have ended, proofs that are good once. Digests only.
CREATE TABLE cx_used (
    digest     CHAR(64)                    NOT NULL,
    expires_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    CONSTRAINT cx_used_pk PRIMARY KEY (digest)
);
CREATE INDEX cx_used_expires_at ON cx_used (expires_at);
