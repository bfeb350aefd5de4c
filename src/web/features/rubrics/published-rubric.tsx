import { useSuspenseQuery } from '@tanstack/react-query';
import { ArrowLeft, History } from 'lucide-react';
import type { ComponentType } from 'react';
import { message, say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { Tag } from '#web/ui/tag.tsx';
import type { VersionFacts } from '#web/ui/version-list.tsx';
import { describeCondition } from './condition/describe-condition.ts';
import { CriterionFacts } from './criterion-facts.tsx';
import { draftOf } from './editor/draft-rubric.ts';
import { LivePreview } from './live-preview.tsx';
import type { JudgingPreviewProps } from './preview-item.ts';
import styles from './published-rubric.module.css';
import { rubricQuery } from './rubric-queries.ts';

interface PublishedRubricProps {
  readonly projectId: string;
  readonly facts: VersionFacts;
  readonly newest: number;
  readonly templateKey: string | null;
  readonly JudgingPreview: ComponentType<JudgingPreviewProps>;
  readonly onShowVersions: () => void;
  readonly onBack: (() => void) | undefined;
}

const asked = {
  off: message('not asked'),
  optional: message('optional'),
  required: message('required'),
} as const;

/** One version as it stands for ever: its criteria in words beside the judging screen. */
export function PublishedRubric(props: PublishedRubricProps) {
  const { facts, onBack } = props;
  const { data: rubric } = useSuspenseQuery(rubricQuery(props.projectId, facts.version));
  const draft = draftOf(rubric);
  const conditions = draft.criteria.map((criterion) => describeCondition(criterion, draft));
  return (
    <div className={styles.page}>
      <PageHeader
        title={say('Rubric, version {version}', { version: facts.version })}
        summary={
          <>
            {facts.createdByName} · <RelativeTime at={facts.createdAt} />
            {facts.note !== '' && ` · ${facts.note}`}{' '}
            {facts.version === props.newest ? <Tag>{say('in use')}</Tag> : <Tag>{say('replaced')}</Tag>}
          </>
        }
        actions={
          <>
            {onBack && (
              <Button icon={<ArrowLeft />} onClick={onBack}>
                {say('Back to the designer')}
              </Button>
            )}
            <Button icon={<History />} onClick={props.onShowVersions}>
              {say('Versions')}
            </Button>
          </>
        }
      />
      <div className={styles.columns}>
        <div>
          {rubric.criteria.map((criterion, index) => (
            <CriterionFacts
              key={criterion.key}
              criterion={criterion}
              condition={conditions[index]}
              isOverall={criterion.key === rubric.overallKey}
            />
          ))}
          <p className={styles.around}>
            {say(
              'A reason is {reason}{characters, plural, =0 {} other { (at least # characters)}}; confidence is {confidence}.',
              {
                reason: say(asked[rubric.justification.ask]),
                characters: rubric.justification.minCharacters,
                confidence: say(asked[rubric.confidence]),
              },
            )}
          </p>
        </div>
        <div className={styles.preview}>
          <LivePreview
            JudgingPreview={props.JudgingPreview}
            rubric={rubric}
            templateKey={props.templateKey}
            isBehind={false}
          />
        </div>
      </div>
    </div>
  );
}
