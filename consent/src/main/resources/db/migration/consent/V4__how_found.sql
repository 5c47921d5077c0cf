-- How the professional came to the resident: the end of a code, or a lookup by BSN. Sealed like the words of the request.
ALTER TABLE consent.access_request ADD COLUMN found bytea;
