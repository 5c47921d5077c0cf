-- The privacy officer takes up a request about data: nobody gives it to them. What is kept of such requests (30) and nothing else.
CREATE POLICY takes_up ON consent.case_assignment FOR INSERT TO ve_workspace
    WITH CHECK (assigned_by = consent.scope_party() AND party_id = assigned_by
                AND resident_id = consent.scope_resident()
                AND statute = 'AVG 12' AND sections = '{30}');
