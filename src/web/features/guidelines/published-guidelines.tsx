import { useSuspenseQuery } from '@tanstack/react-query';
import { ArrowLeft, History } from 'lucide-react';
import { parseSections } from '#domain/guidelines/sections.ts';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Page, PageHeader } from '#web/ui/page-header.tsx';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { Tag } from '#web/ui/tag.tsx';
import type { VersionFacts } from '#web/ui/version-list.tsx';
import { guidelinesQuery } from './guideline-queries.ts';
import styles from './published-guidelines.module.css';
import { RenderedSections } from './rendered-sections.tsx';
import { SectionOutline } from './section-outline.tsx';

interface PublishedGuidelinesProps {
  readonly projectId: string;
  readonly facts: VersionFacts;
  readonly newest: number;
  readonly onShowVersions: () => void;
  readonly onBack: (() => void) | undefined;
}

/** One version as it stands for ever, for reading. */
export function PublishedGuidelines({
  projectId,
  facts,
  newest,
  onShowVersions,
  onBack,
}: PublishedGuidelinesProps) {
  const { data: markdown } = useSuspenseQuery(guidelinesQuery(projectId, facts.version));
  const sections = parseSections(markdown);
  return (
    <Page>
      <PageHeader
        title={say('Guidelines')}
        summary={
          <>
            {say('Version {version}', { version: facts.version })} · {facts.createdByName} ·{' '}
            <RelativeTime at={facts.createdAt} />
            {facts.note !== '' && ` · ${facts.note}`}{' '}
            <Tag>{facts.version === newest ? say('in use') : say('replaced')}</Tag>
          </>
        }
        actions={
          <>
            {onBack && (
              <Button icon={<ArrowLeft />} onClick={onBack}>
                {say('Back to the editor')}
              </Button>
            )}
            <Button icon={<History />} onClick={onShowVersions}>
              {say('Versions')}
            </Button>
          </>
        }
      />
      {sections.length === 0 ? (
        <EmptyState title={say('This version is empty')}>
          {say('A lead of the project can write the guidelines.')}
        </EmptyState>
      ) : (
        <div className={styles.columns}>
          <div className={styles.outline}>
            <SectionOutline
              sections={sections}
              onGo={({ anchor }) => document.getElementById(`section-${anchor}`)?.scrollIntoView()}
            />
          </div>
          <RenderedSections sections={sections} />
        </div>
      )}
    </Page>
  );
}
