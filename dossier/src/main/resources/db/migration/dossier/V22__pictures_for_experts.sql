-- What was asked of an expert (part 1), the pages that went along (2), the answer (3), and pictures of the files on those pages
-- (from 10 on); pages and pictures are gone when it is over.
alter table dossier.consult_text drop constraint consult_text_part_check;
alter table dossier.consult_text add constraint consult_text_part_check check (part between 1 and 3 or part between 10 and 29);
