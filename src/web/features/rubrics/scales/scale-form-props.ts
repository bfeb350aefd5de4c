import type { Scale } from '#domain/rubrics/scale.ts';
import type { Problems } from '#web/features/rubrics/problems.ts';

/** What the form of one kind of scale is given. */
export interface ScaleFormProps<Kind extends Scale> {
  readonly scale: Kind;
  readonly problems: Problems;
  /** `typing` names the text field that was written in. */
  readonly onChange: (scale: Kind, typing?: string) => void;
}
