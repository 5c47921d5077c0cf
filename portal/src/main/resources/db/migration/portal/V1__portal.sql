-- What the portal itself keeps: notices that are still to be sent, and when scheduled work runs. Ids and times only.

GRANT USAGE ON SCHEMA portal TO ve_resident, ve_workspace;

CREATE TABLE portal.notice (
    resident_id uuid        NOT NULL,
    notice_id   uuid        NOT NULL,
    created_at  timestamptz NOT NULL,
    next_try_at timestamptz NOT NULL,
    tries       integer     NOT NULL DEFAULT 0,
    done_at     timestamptz,
    PRIMARY KEY (resident_id, notice_id)
);

CREATE INDEX notice_due ON portal.notice (next_try_at) WHERE done_at IS NULL;

-- Either face leaves a notice in the transaction of the event; only the resident face reads and sends them.
GRANT SELECT, INSERT, UPDATE, DELETE ON portal.notice TO ve_resident;
GRANT INSERT ON portal.notice TO ve_workspace;

ALTER TABLE portal.notice ENABLE ROW LEVEL SECURITY;
ALTER TABLE portal.notice FORCE ROW LEVEL SECURITY;
CREATE POLICY resident_face ON portal.notice TO ve_resident USING (true) WITH CHECK (true);
CREATE POLICY workspace_face ON portal.notice FOR INSERT TO ve_workspace WITH CHECK (true);

-- The table of db-scheduler 16, as its documentation gives it for PostgreSQL. Its times are those of the machine.
CREATE TABLE portal.scheduled_tasks (
    task_name            text        NOT NULL,
    task_instance        text        NOT NULL,
    task_data            bytea,
    execution_time       timestamptz NOT NULL,
    picked               boolean     NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      NOT NULL,
    priority             smallint,
    PRIMARY KEY (task_name, task_instance)
);

CREATE INDEX scheduled_tasks_execution_time ON portal.scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_last_heartbeat ON portal.scheduled_tasks (last_heartbeat);

GRANT SELECT, INSERT, UPDATE, DELETE ON portal.scheduled_tasks TO ve_resident;
