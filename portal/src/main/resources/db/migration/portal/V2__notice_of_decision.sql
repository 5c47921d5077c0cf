-- Of a notice that tells of a decision in the portal it must be known whether it arrived (Awb 2:10, 2:11): the id of that
-- decision. Of all other notices it is not kept what they are about.
ALTER TABLE portal.notice ADD COLUMN decision_id uuid;
