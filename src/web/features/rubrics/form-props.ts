import type { RubricEdit } from './editor/rubric-edit.ts';
import type { Problems } from './problems.ts';

/** What every part of the designer's form is given. */
export interface FormProps {
  readonly problems: Problems;
  readonly onEdit: (edit: RubricEdit) => void;
}
