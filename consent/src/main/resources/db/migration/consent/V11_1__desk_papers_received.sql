-- An objection or a complaint that came in at the desk: the day counts from there, who handles it gets the paper.
ALTER TABLE consent.desk_act DROP CONSTRAINT desk_act_kind_check;
ALTER TABLE consent.desk_act ADD CONSTRAINT desk_act_kind_check CHECK (kind IN ('GRANT', 'REFUSE', 'STOP_GRANT', 'MANDATE',
    'STOP_MANDATE', 'SIGN_PLAN', 'WITHDRAW_PLAN', 'LOG_LETTER', 'OBJECTION', 'COMPLAINT'));
