import { useCallback } from 'react';
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
  // What is asked about a mark that was just made must not lie below the fold.
  const show = useCallback((form: HTMLDivElement | null) => form?.scrollIntoView?.({ block: 'nearest' }), []);
  return (
    <div ref={show} className={styles.form}>
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
