import {
  isHabit,
  isWindowed,
  personTiers,
  thresholdLimits,
  thresholdMeasures,
} from '#domain/thresholds/rule.ts';
import { type Message, say } from '#web/messages/say.ts';
import { Say } from '#web/messages/say-element.tsx';
import { InlineNumber, InlineSelect } from '#web/ui/inline-edit.tsx';
import { actOf, changeRule } from './change-rule.ts';
import {
  actLabels,
  boundLabels,
  measureLabels,
  sideLabels,
  sinceLabels,
  tierChoiceOf,
  tierChoices,
  windowLabels,
} from './rule-words.ts';
import styles from './thresholds.module.css';
import type { Rule } from './thresholds-queries.ts';

interface PartProps {
  readonly rule: Rule;
  readonly onChange: (change: Partial<Rule>) => void;
}

const optionsOf = <Value extends string>(
  labels: Readonly<Record<Value, Message>>,
  values: readonly Value[],
) => values.map((value) => ({ value, label: say(labels[value]) }));

function WindowPart({ rule, onChange }: PartProps) {
  const { window } = rule;
  const unit = (
    <InlineSelect
      label={say('Which judgments')}
      options={optionsOf<Rule['window']['kind']>(
        windowLabels,
        isWindowed(rule.measure) ? ['last', 'days', 'all'] : ['all'],
      )}
      value={window.kind}
      onChange={(kind) =>
        onChange({
          window: kind === 'last' ? { kind, judgments: 50 } : kind === 'days' ? { kind, days: 14 } : { kind },
        })
      }
    />
  );
  if (window.kind === 'all') return <Say text="over {unit}" values={{ unit }} />;
  const count = (
    <InlineNumber
      label={window.kind === 'last' ? say('How many judgments') : say('How many days')}
      value={window.kind === 'last' ? window.judgments : window.days}
      min={window.kind === 'last' ? thresholdLimits.least : 1}
      max={window.kind === 'last' ? thresholdLimits.windowJudgments : thresholdLimits.windowDays}
      onChange={(next) =>
        onChange({
          window: window.kind === 'last' ? { kind: 'last', judgments: next } : { kind: 'days', days: next },
        })
      }
    />
  );
  return <Say text="over the last {count} {unit}" values={{ count, unit }} />;
}

function CalibratePart({
  act,
  onChange,
}: { readonly act: Extract<Rule['act'], { kind: 'calibrate' }> } & Pick<PartProps, 'onChange'>) {
  const number = (part: 'tasks' | 'passes', label: string, max: number) => (
    <InlineNumber
      label={label}
      value={act[part]}
      min={1}
      max={max}
      onChange={(next) => {
        const changed = { ...act, [part]: next };
        onChange({ act: { ...changed, passes: Math.min(changed.passes, changed.tasks) } });
      }}
    />
  );
  return (
    <Say
      text="until {passes} of the last {tasks} are passed"
      values={{
        passes: number('passes', say('Gold tasks to pass'), act.tasks),
        tasks: number('tasks', say('Gold tasks that are looked at'), thresholdLimits.calibrationTasks),
      }}
    />
  );
}

function ActPart({ rule, onChange }: PartProps) {
  const { act, measure } = rule;
  const kinds = ['warn', 'calibrate', 'pause', 'exclude', 'lower_tier', 'raise_tier'] as const;
  const hasChanges = measure === 'agreement' || measure === 'quick';
  return (
    <>
      <InlineSelect
        label={say('What happens')}
        options={optionsOf<Rule['act']['kind']>(
          actLabels,
          kinds.filter((kind) => kind !== 'raise_tier' || !isHabit(measure)),
        )}
        value={act.kind}
        onChange={(kind) => onChange({ act: actOf(kind) })}
      />
      {act.kind === 'calibrate' && (
        <>
          {' '}
          <CalibratePart act={act} onChange={onChange} />
        </>
      )}
      {act.kind === 'exclude' && (
        <>
          {' '}
          <InlineSelect
            label={say('Since when')}
            options={optionsOf<'window' | 'change'>(
              sinceLabels,
              hasChanges ? ['window', 'change'] : ['window'],
            )}
            value={act.since}
            onChange={(since) => onChange({ act: { kind: 'exclude', since } })}
          />
        </>
      )}
    </>
  );
}

/** A rule as a sentence whose parts are chosen where they stand. */
export function RuleSentence({
  rule,
  onChange,
}: {
  readonly rule: Rule;
  readonly onChange: (rule: Rule) => void;
}) {
  const change = (part: Partial<Rule>) => onChange(changeRule(rule, part));
  const values = {
    measure: (
      <InlineSelect
        label={say('What is measured')}
        options={optionsOf(measureLabels, thresholdMeasures)}
        value={rule.measure}
        onChange={(measure) => change({ measure })}
      />
    ),
    bound: (
      <InlineSelect
        label={say('What is compared')}
        options={optionsOf<Rule['bound']>(boundLabels, ['upper', 'value', 'lower'])}
        value={rule.bound}
        onChange={(bound) => change({ bound })}
      />
    ),
    side: isHabit(rule.measure) ? (
      <InlineSelect
        label={say('Which side of the limit')}
        options={optionsOf<Rule['side']>(sideLabels, ['above', 'below'])}
        value={rule.side}
        onChange={(side) => change({ side })}
      />
    ) : (
      say(sideLabels[rule.side])
    ),
    limit: (
      <InlineNumber
        label={say('Limit in percent')}
        value={Math.round(rule.limit * 100)}
        min={1}
        max={99}
        onChange={(percent) => change({ limit: percent / 100 })}
      />
    ),
    window: <WindowPart rule={rule} onChange={change} />,
    least: (
      <InlineNumber
        label={say('Least number of judgments')}
        value={rule.least}
        min={thresholdLimits.least}
        max={rule.window.kind === 'last' ? rule.window.judgments : thresholdLimits.windowJudgments}
        onChange={(least) => change({ least })}
      />
    ),
    act: <ActPart rule={rule} onChange={change} />,
    tiers: (
      <InlineSelect
        label={say('Whom it watches')}
        options={tierChoices.map(({ value, label }) => ({ value, label: say(label) }))}
        value={tierChoiceOf(rule.tiers)}
        onChange={(names) => change({ tiers: personTiers.filter((tier) => names.split(' ').includes(tier)) })}
      />
    ),
  };
  return (
    <p className={styles.sentence}>
      <Say
        text="When {measure} ({bound}) is {side} {limit}% {window}, with at least {least}: {act}. Watches {tiers}."
        values={values}
      />
    </p>
  );
}
