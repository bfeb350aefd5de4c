import type { KeyboardEvent } from 'react';
import type { RegionMark } from '#domain/judging/answers.ts';
import type { RegionsScale } from '#domain/rubrics/scale.ts';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { TextArea } from '#web/ui/text-field.tsx';
import styles from './attachments.module.css';

interface RegionFormProps {
  readonly scale: RegionsScale;
  readonly mark: RegionMark;
  readonly onChange: (change: Partial<RegionMark>) => void;
  readonly onRemove: () => void;
}

/** What is said about the open region. */
export function RegionForm({ scale, mark, onChange, onRemove }: RegionFormProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    const isWriting = event.target instanceof HTMLTextAreaElement;
    const key = /^[1-9]$/.test(event.key) ? scale.labels[Number(event.key) - 1]?.key : undefined;
    if (isWriting || key === undefined) return;
    event.preventDefault();
    onChange({ label: key });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: digits choose the label wherever the focus is in the form
    <div className={styles.form} onKeyDown={onKeyDown}>
      <div className={styles.labels} role="radiogroup" aria-label={say('Label')}>
        {scale.labels.map(({ key, label, help }, index) => (
          // biome-ignore lint/a11y/useSemanticElements: digits choose here, which native radios do not know
          <button
            key={key}
            type="button"
            role="radio"
            aria-checked={key === mark.label}
            title={help}
            onClick={() => onChange({ label: key })}
          >
            {label}
            {index < 9 && <span aria-hidden="true">{index + 1}</span>}
          </button>
        ))}
      </div>
      {scale.note !== 'off' && (
        <TextArea
          label={scale.note === 'required' ? say('Note') : say('Note (optional)')}
          rows={1}
          value={mark.note ?? ''}
          onChange={(event) => onChange({ note: event.target.value })}
        />
      )}
      <Button variant="quiet" onClick={onRemove}>
        {say('Remove')}
      </Button>
    </div>
  );
}
