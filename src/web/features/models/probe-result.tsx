import type { ModelEndpoint } from '#contract/models.ts';
import { say } from '#web/messages/say.ts';
import { formatDecimal } from '#web/ui/format-number.ts';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { Row } from '#web/ui/stack.tsx';
import { Tag } from '#web/ui/tag.tsx';
import styles from './models-table.module.css';

interface ProbeResultProps {
  readonly endpoint: ModelEndpoint;
  readonly isTried: boolean;
}

/** Whether a model works, and what it can do. */
export function ProbeResult({ endpoint, isTried }: ProbeResultProps) {
  const { probe, state } = endpoint;
  if (isTried) return <span role="status">{say('Being tried…')}</span>;
  return (
    <div className={styles.probe}>
      <Row>
        {state === 'off' && <Tag>{say('off')}</Tag>}
        {probe === null && <Tag tone="warn">{say('not tried')}</Tag>}
        {probe !== null && (
          <Tag tone={probe.works ? 'good' : 'bad'}>{probe.works ? say('works') : say('does not work')}</Tag>
        )}
        {probe !== null && <RelativeTime at={probe.at} />}
      </Row>
      {probe?.problem != null && <span>{probe.problem}</span>}
      {probe?.works && <span className={styles.abilities}>{abilitiesOf(probe).join(' · ')}</span>}
    </div>
  );
}

function abilitiesOf(probe: NonNullable<ModelEndpoint['probe']>): string[] {
  return [
    probe.streams ? say('streams') : say('answers as a whole'),
    probe.systemRole ? say('system role') : say('no system role'),
    probe.usage ? say('counts tokens') : say('does not count tokens'),
    ...(probe.firstTokenMs === null
      ? []
      : [say('first word after {seconds} s', { seconds: formatDecimal(probe.firstTokenMs / 1000, 1) })]),
  ];
}
