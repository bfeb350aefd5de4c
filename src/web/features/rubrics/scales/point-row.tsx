import { ChevronDown, ChevronUp } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { rubricLimits } from '#domain/rubrics/rubric.ts';
import { say } from '#web/messages/say.ts';
import { IconButton } from '#web/ui/icon-button.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { PointDetails } from './point-details.tsx';
import styles from './scales.module.css';

export interface PointChange {
  readonly label?: string;
  readonly help?: string;
  readonly key?: string;
}

export interface PointRowProps {
  /** What is named, for screen readers: "Point 3". */
  readonly name: string;
  readonly mark: ReactNode;
  readonly words: { readonly label: string; readonly help?: string | undefined };
  readonly errors: { readonly label: string | undefined; readonly help: string | undefined };
  readonly placeholder?: string;
  readonly keyField?: { readonly value: string; readonly error: string | undefined };
  readonly isOpen: boolean;
  readonly isFresh?: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onChange: (change: PointChange, field: string) => void;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  /** Further acts behind the row. */
  readonly acts?: ReactNode;
}

/** One point or option: its name in sight; when to choose it, an example and its key on demand. */
export function PointRow(props: PointRowProps) {
  const { name, words, errors, keyField, onChange } = props;
  const isOpen = props.isOpen || errors.help !== undefined || keyField?.error !== undefined;
  return (
    <>
      {props.mark}
      <TextField
        label={say('{name}: label', { name })}
        labelHidden
        value={words.label}
        maxLength={rubricLimits.labelCharacters}
        placeholder={props.placeholder ?? say('Label')}
        error={errors.label}
        autoFocus={props.isFresh}
        onFocus={(event) => {
          if (props.isFresh) event.currentTarget.select();
        }}
        onKeyDown={props.onKeyDown}
        onChange={(event) => onChange({ label: event.target.value }, 'label')}
      />
      <span className={styles.acts}>
        <IconButton
          label={isOpen ? say('{name}: fold', { name }) : say('{name}: explain', { name })}
          icon={isOpen ? <ChevronUp /> : <ChevronDown />}
          aria-expanded={isOpen}
          onClick={() => props.onOpen(!isOpen)}
        />
        {props.acts}
      </span>
      {isOpen ? (
        <PointDetails
          name={name}
          help={words.help ?? ''}
          helpError={errors.help}
          {...(keyField && { keyField })}
          onChange={onChange}
        />
      ) : (
        <p className={styles.meaning}>{words.help?.split('\n')[0]}</p>
      )}
    </>
  );
}
