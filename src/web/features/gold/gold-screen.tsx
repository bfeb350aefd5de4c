import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Page, PageHeader } from '#web/ui/page-header.tsx';
import { CoveragePart } from './coverage-part.tsx';
import styles from './gold.module.css';
import { GoldList } from './gold-list.tsx';
import { goldOverviewQuery } from './gold-queries.ts';
import { sayNote } from './gold-words.ts';
import { PeoplePart } from './people-part.tsx';
import { SettingsPart } from './settings-part.tsx';
import { UnanimousDialog } from './unanimous-dialog.tsx';

/** Known answers in the queue: how much, of what, how well it is met, and whether it can be trusted. */
export function GoldScreen() {
  const { projectId } = useParams({ from: '/shell/projects/$projectId/gold' });
  const overview = useQuery(goldOverviewQuery(projectId));
  const [isMaking, setIsMaking] = useState(false);
  const states = overview.data?.states;
  return (
    <Page width="full">
      <PageHeader
        title={say('Gold')}
        summary={
          states &&
          say(
            '{active, number} served, {resting, number} of them at rest, {draft, plural, one {# draft} other {# drafts}}, {suspect, number} suspect, {retired, number} retired',
            states,
          )
        }
        actions={<Button onClick={() => setIsMaking(true)}>{say('Make gold of unanimous items')}</Button>}
      />
      <Loaded from={overview} lines={8} title={say('Gold could not be loaded')}>
        {({ settings, concepts, choices, notes }) => (
          <div className={styles.parts}>
            {notes.map((note) => (
              <Notice key={note.note} tone={note.note === 'nothing_to_serve' ? 'warn' : 'neutral'}>
                {sayNote(note)}
              </Notice>
            ))}
            <SettingsPart projectId={projectId} settings={settings} />
            <GoldList projectId={projectId} choices={choices} />
            <div className={styles.columns}>
              <CoveragePart concepts={concepts} />
              <PeoplePart projectId={projectId} />
            </div>
          </div>
        )}
      </Loaded>
      {isMaking && <UnanimousDialog projectId={projectId} onClose={() => setIsMaking(false)} />}
    </Page>
  );
}
