import type { ResponseOf } from '#contract/route.ts';
import type { listThresholds } from '#contract/thresholds.ts';
import { personTiers } from '#domain/thresholds/rule.ts';
import { say } from '#web/messages/say.ts';
import { Section } from '#web/ui/section.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { tierLabels } from './rule-words.ts';
import styles from './thresholds.module.css';
import { useThresholdActs } from './use-threshold-acts.ts';

interface TiersProps {
  readonly projectId: string;
  readonly people: ResponseOf<typeof listThresholds>['people'];
}

/** Everybody's tier, set by rules or by hand. */
export function TiersPart({ projectId, people }: TiersProps) {
  const { setTier } = useThresholdActs(projectId);
  if (people.length === 0) return null;
  return (
    <Section
      title={say('Tiers')}
      summary={say(
        'Rules say whom they watch by tier. A tier changes nothing else: it decides neither tasks nor weights.',
      )}
    >
      <ul className={styles.tiers}>
        {people.map(({ personId, name, tier }) => (
          <li key={personId}>
            <span dir="auto">{name}</span>
            <SelectField
              label={say('Tier of {name}', { name })}
              labelHidden
              value={tier}
              options={personTiers.map((value) => ({ value, label: say(tierLabels[value]) }))}
              onChange={(next) => setTier.mutate({ personId, tier: next })}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}
