-- A mail that comes back names its notice and not whose it is.
CREATE INDEX notice_by_number ON portal.notice (notice_id);
