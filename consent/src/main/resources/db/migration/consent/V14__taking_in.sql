-- The desk writes a melding for somebody: the one case that a professional takes for themselves. The section of meldingen (22)
-- only, and at most for that day; a day lasts 25 hours when the clocks go back.
CREATE POLICY takes_in ON consent.case_assignment FOR INSERT TO ve_workspace
    WITH CHECK (assigned_by = consent.scope_party() AND party_id = assigned_by
                AND resident_id = consent.scope_resident()
                AND statute = 'Wmo 2.3.2' AND sections = '{22}' AND valid_until <= valid_from + interval '25 hours');
