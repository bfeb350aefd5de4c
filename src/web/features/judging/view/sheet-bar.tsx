import { ChevronDown, ChevronLeft, ChevronRight, ChevronUp } from 'lucide-react';
import { listControls } from '#domain/judging/missing-answers.ts';
import { isSameControl } from '#web/features/judging/desk/control-id.ts';
import { say } from '#web/messages/say.ts';
import { IconButton } from '#web/ui/icon-button.tsx';
import styles from './dock.module.css';
import type { DockProps } from './dock-props.ts';

interface SheetBarProps extends DockProps {
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** On a phone the dock is a sheet: closed, it shows one question at a time; this bar leads through them. */
export function SheetBar({ rubric, responseIds, desk, onAct, isOpen, onToggle }: SheetBarProps) {
  const controls = listControls({ rubric, responseIds, answers: desk.answers });
  if (controls.length < 2) return null;
  const at = controls.findIndex((control) => isSameControl(control, desk.active));
  return (
    <div className={styles.sheetBar}>
      <IconButton
        label={say('Previous question')}
        icon={<ChevronLeft />}
        disabled={at <= 0}
        onClick={() => onAct({ kind: 'command', id: 'previous_criterion' })}
      />
      <span>{say('{count, number} of {wanted, number}', { count: at + 1, wanted: controls.length })}</span>
      <IconButton
        label={say('Next question')}
        icon={<ChevronRight />}
        disabled={at >= controls.length - 1}
        onClick={() => onAct({ kind: 'command', id: 'next_criterion' })}
      />
      <IconButton
        label={isOpen ? say('Show one question') : say('Show all questions')}
        icon={isOpen ? <ChevronDown /> : <ChevronUp />}
        aria-expanded={isOpen}
        onClick={onToggle}
      />
    </div>
  );
}
