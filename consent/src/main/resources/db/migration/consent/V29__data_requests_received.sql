-- A request about data that came in at the desk: the day counts from there, the privacy officer registers it.
ALTER TABLE consent.desk_act DROP CONSTRAINT desk_act_kind_check;
ALTER TABLE consent.desk_act ADD CONSTRAINT desk_act_kind_check CHECK (kind IN ('GRANT', 'REFUSE', 'STOP_GRANT', 'MANDATE',
    'STOP_MANDATE', 'SIGN_PLAN', 'WITHDRAW_PLAN', 'LOG_LETTER', 'OBJECTION', 'COMPLAINT', 'DATA_REQUEST'));
