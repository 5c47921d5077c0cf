-- What is due first, of whatever kind: on the night after a million grants ended, finding the next ones must not look at
-- all of them.
CREATE INDEX due_in_time ON consent.due (due_at, kind);
