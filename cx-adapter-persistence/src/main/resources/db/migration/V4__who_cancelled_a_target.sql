-- Runs unchanged on PostgreSQL and on H2 in its PostgreSQL mode.

-- Who has cancelled a target is asked for before each attempt and when it is stored.
CREATE INDEX cx_cancellation_target ON cx_cancellation (target);
