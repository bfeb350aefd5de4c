import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { listMembers } from '#contract/projects.ts';
import { reviewLimits } from '#domain/review/review-plan.ts';
import type { Criterion } from '#domain/rubrics/rubric.ts';
import { say } from '#web/messages/say.ts';
import { api } from '#web/session/api.ts';
import { IconButton } from '#web/ui/icon-button.tsx';
import { NumberField } from '#web/ui/number-field.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import styles from './plan.module.css';
import { type PlanFieldProps, toPercent, toShare } from './plan-field.ts';

interface SharedRow {
  readonly key: string;
  readonly label: string;
  readonly share: number;
}

interface ShareListProps {
  readonly title: string;
  readonly addLabel: string;
  readonly rows: readonly SharedRow[];
  readonly choices: readonly { readonly key: string; readonly label: string }[];
  readonly onSet: (key: string, share: number | null) => void;
}

/** Shares of their own, one a row, with a list to add another from. */
function ShareList({ title, addLabel, rows, choices, onSet }: ShareListProps) {
  const left = choices.filter(({ key }) => !rows.some((row) => row.key === key));
  return (
    <div className={styles.list}>
      <h3>{title}</h3>
      {rows.map(({ key, label, share }) => (
        <div key={key} className={styles.shareRow}>
          <NumberField
            label={say('{name}, percent', { name: label })}
            min={0}
            max={100}
            value={toPercent(share)}
            onChange={(percent) => onSet(key, toShare(percent))}
          />
          <IconButton
            label={say('Remove {name}', { name: label })}
            icon={<X />}
            onClick={() => onSet(key, null)}
          />
        </div>
      ))}
      {left.length > 0 && (
        <SelectField
          label={addLabel}
          labelHidden
          value=""
          options={[{ value: '', label: addLabel }, ...left.map(({ key, label }) => ({ value: key, label }))]}
          onChange={(key) => key !== '' && onSet(key, 1)}
        />
      )}
    </div>
  );
}

function usePeople(projectId: string) {
  const { data } = useQuery({
    queryKey: ['members', projectId],
    queryFn: ({ signal }) => api.call(listMembers, { params: { projectId }, signal }),
  });
  return (data?.members ?? []).filter(({ roles }) => roles.includes('annotator'));
}

/** Shares of all, of newcomers, of single people and of single criteria. */
export function ShareFields({
  projectId,
  plan,
  change,
  criteria,
}: PlanFieldProps & { readonly criteria: readonly Criterion[] }) {
  const people = usePeople(projectId).map(({ personId, name }) => ({ key: personId, label: name }));
  const asked = criteria.map(({ key, label }) => ({ key, label }));
  const labelOf = (list: readonly { key: string; label: string }[], key: string) =>
    list.find((one) => one.key === key)?.label ?? key;
  return (
    <>
      <div className={styles.pair}>
        <NumberField
          label={say('Of all judgments, percent')}
          min={0}
          max={100}
          value={toPercent(plan.share)}
          onChange={(percent) => change({ share: toShare(percent) })}
        />
        <NumberField
          label={say('First judgments of each person')}
          hint={say('All of them; 0 for none.')}
          min={0}
          max={reviewLimits.newcomers}
          value={plan.newcomers}
          onChange={(count) => change({ newcomers: Math.max(0, Math.min(reviewLimits.newcomers, count)) })}
        />
      </div>
      <ShareList
        title={say('Of one person')}
        addLabel={say('Add a person…')}
        rows={plan.people.map(({ personId, share }) => ({
          key: personId,
          label: labelOf(people, personId),
          share,
        }))}
        choices={people}
        onSet={(personId, share) => {
          const others = plan.people.filter((one) => one.personId !== personId);
          change({ people: share === null ? others : [...others, { personId, share }] });
        }}
      />
      <ShareList
        title={say('Of answers to one criterion')}
        addLabel={say('Add a criterion…')}
        rows={plan.criteria.map(({ criterionKey, share }) => ({
          key: criterionKey,
          label: labelOf(asked, criterionKey),
          share,
        }))}
        choices={asked}
        onSet={(criterionKey, share) => {
          const others = plan.criteria.filter((one) => one.criterionKey !== criterionKey);
          change({ criteria: share === null ? others : [...others, { criterionKey, share }] });
        }}
      />
    </>
  );
}
