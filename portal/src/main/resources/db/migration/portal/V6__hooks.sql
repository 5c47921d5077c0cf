-- Where a program wants to be told that something happened, and what it has yet to hear. Ids and times only; the address is
-- sealed. Either face leaves a message in the transaction of the event; the workspace face sends them.

-- One a program. Not about a resident.
CREATE TABLE portal.hook (
    party_id      uuid        NOT NULL PRIMARY KEY,
    address       bytea       NOT NULL,
    set_at        timestamptz NOT NULL,
    -- Out of sight of other nodes until then.
    next_try_at   timestamptz NOT NULL,
    tries         integer     NOT NULL DEFAULT 0,
    last_taken_at timestamptz,
    failing_since timestamptz,
    failure       text,
    stopped_at    timestamptz
);

CREATE TABLE portal.hook_message (
    resident_id uuid        NOT NULL,
    message_id  uuid        NOT NULL,
    party_id    uuid        NOT NULL,
    event       text        NOT NULL,
    about       uuid        NOT NULL,
    happened_at timestamptz NOT NULL,
    PRIMARY KEY (resident_id, message_id)
);

CREATE INDEX hook_message_for ON portal.hook_message (party_id, happened_at);

ALTER TABLE portal.hook ENABLE ROW LEVEL SECURITY;
ALTER TABLE portal.hook FORCE ROW LEVEL SECURITY;
ALTER TABLE portal.hook_message ENABLE ROW LEVEL SECURITY;
ALTER TABLE portal.hook_message FORCE ROW LEVEL SECURITY;

GRANT SELECT (party_id, stopped_at) ON portal.hook TO ve_resident;
GRANT SELECT, INSERT, UPDATE, DELETE ON portal.hook TO ve_workspace;
GRANT INSERT ON portal.hook_message TO ve_resident;
GRANT SELECT, INSERT, DELETE ON portal.hook_message TO ve_workspace;

-- Whoever writes about a resident has to know which programs are to be told.
CREATE POLICY who_is_told ON portal.hook FOR SELECT TO ve_resident, ve_workspace USING (true);
CREATE POLICY own_insert ON portal.hook FOR INSERT TO ve_workspace
    WITH CHECK (party_id = nullif(current_setting('app.party', true), '')::uuid);
CREATE POLICY own_update ON portal.hook FOR UPDATE TO ve_workspace
    USING (party_id = nullif(current_setting('app.party', true), '')::uuid);
CREATE POLICY own_delete ON portal.hook FOR DELETE TO ve_workspace
    USING (party_id = nullif(current_setting('app.party', true), '')::uuid);
CREATE POLICY sending ON portal.hook FOR UPDATE TO ve_workspace USING (current_setting('app.task', true) = 'tell');

CREATE POLICY told ON portal.hook_message FOR INSERT TO ve_resident, ve_workspace WITH CHECK (true);
CREATE POLICY own ON portal.hook_message FOR SELECT TO ve_workspace
    USING (party_id = nullif(current_setting('app.party', true), '')::uuid);
CREATE POLICY own_gone ON portal.hook_message FOR DELETE TO ve_workspace
    USING (party_id = nullif(current_setting('app.party', true), '')::uuid);
CREATE POLICY sending ON portal.hook_message FOR SELECT TO ve_workspace
    USING (current_setting('app.task', true) = 'tell');
CREATE POLICY sent ON portal.hook_message FOR DELETE TO ve_workspace USING (current_setting('app.task', true) = 'tell');
