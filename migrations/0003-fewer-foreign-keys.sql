-- Each foreign key costs a query and a share lock at every insert. The locks on the one row of the project, taken by
-- everybody at once, were the queue's largest cost. What these keys said is said by others: an assignment's project is
-- its item's, and a judgment's project, item and annotator are its assignment's, copied in the same statement.
alter table assignments drop constraint assignments_project_id_fkey;
alter table judgments drop constraint judgments_project_id_fkey;
alter table judgments drop constraint judgments_item_id_fkey;
alter table judgments drop constraint judgments_annotator_id_fkey;
-- Imports are deleted only with their project, after its items.
alter table items drop constraint items_import_id_fkey;
