import { say } from '#web/messages/say.ts';
import { Page, PageHeader } from '#web/ui/page-header.tsx';
import { Section } from '#web/ui/section.tsx';
import { ApiKeys } from './api-keys.tsx';
import { NameForm } from './name-form.tsx';
import { PasswordForm } from './password-form.tsx';
import { ReadingSettings } from './reading-settings.tsx';

/** What a person sets for themselves. */
export function SettingsScreen() {
  return (
    <Page width="narrow">
      <PageHeader title={say('Settings')} />
      <Section
        title={say('Reading and appearance')}
        summary={say('Kept with your account, on every device.')}
      >
        <ReadingSettings />
      </Section>
      <Section title={say('Name')} summary={say('Leads see it beside your judgments.')}>
        <NameForm />
      </Section>
      <Section title={say('Password')} summary={say('Changing it signs you out everywhere else.')}>
        <PasswordForm />
      </Section>
      <ApiKeys />
    </Page>
  );
}
