-- Runs unchanged on PostgreSQL and on H2 in its PostgreSQL mode.

-- What planners know the target of an attempt by. Attempts of before have neither.
ALTER TABLE cx_cancellation ADD COLUMN repair_reference VARCHAR;
ALTER TABLE cx_cancellation ADD COLUMN visit_start TIMESTAMP(6) WITH TIME ZONE;
