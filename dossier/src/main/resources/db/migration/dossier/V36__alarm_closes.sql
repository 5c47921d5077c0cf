-- Whether the procedure is over with the step that the clock takes: then it leaves the work lists with it.
ALTER TABLE dossier.procedure_alarm ADD COLUMN closes boolean NOT NULL DEFAULT false;
