import { Plus, X } from 'lucide-react';
import { reviewLimits } from '#domain/review/review-plan.ts';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { IconButton } from '#web/ui/icon-button.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { freshKey } from './fresh-key.ts';
import styles from './plan.module.css';

export interface Labelled {
  readonly key: string;
  readonly label: string;
}

interface LabelsListProps {
  readonly labels: readonly Labelled[];
  readonly most: number;
  /** New keys begin with it. */
  readonly stem: string;
  readonly nameField: (number: number) => string;
  readonly newLabel: string;
  readonly addLabel: string;
  readonly canAdd?: boolean;
  readonly onChange: (labels: Labelled[]) => void;
}

/** A short list of names that a lead renames, removes and adds to. */
export function LabelsList(props: LabelsListProps) {
  const { labels, most, stem, canAdd = true, onChange } = props;
  const keys = labels.map(({ key }) => key);
  return (
    <>
      {labels.map(({ key, label }, index) => (
        <div key={key} className={styles.shareRow}>
          <TextField
            label={props.nameField(index + 1)}
            labelHidden
            value={label}
            maxLength={reviewLimits.labelCharacters}
            onChange={({ target }) =>
              onChange(labels.map((one) => (one.key === key ? { key, label: target.value } : one)))
            }
          />
          <IconButton
            label={say('Remove {name}', { name: label })}
            icon={<X />}
            onClick={() => onChange(labels.filter((one) => one.key !== key))}
          />
        </div>
      ))}
      {labels.length < most && (
        <Button
          variant="quiet"
          icon={<Plus aria-hidden="true" />}
          disabled={!canAdd}
          onClick={() => onChange([...labels, { key: freshKey(stem, keys), label: props.newLabel }])}
        >
          {props.addLabel}
        </Button>
      )}
    </>
  );
}
