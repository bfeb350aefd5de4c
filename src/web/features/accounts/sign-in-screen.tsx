import { useRouter, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { signIn } from '#contract/accounts.ts';
import { say } from '#web/messages/say.ts';
import { api } from '#web/session/api.ts';
import { useSessionQuery } from '#web/session/use-session.ts';
import { Button } from '#web/ui/button.tsx';
import { errorText } from '#web/ui/error-state.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Stack } from '#web/ui/stack.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { DemoRoles } from './demo-roles.tsx';
import styles from './entry-page.module.css';
import { EntryPage } from './entry-page.tsx';
import { formValues } from './form-values.ts';
import { safePath } from './safe-path.ts';
import { useEnter } from './use-enter.ts';

export function SignInScreen() {
  const { from } = useSearch({ from: '/sign-in' });
  const { data: session } = useSessionQuery();
  const router = useRouter();
  const signedIn = session?.person != null;

  // Synchronises the address with the session: also when another tab has signed in.
  useEffect(() => {
    if (signedIn) router.history.replace(safePath(from));
  }, [signedIn, from, router]);

  const demo = session?.demo === true;
  return (
    <EntryPage
      title={demo ? say('Try Plumbline') : say('Sign in')}
      summary={
        demo
          ? say('This is a demo with content of its own. Choose a role; you can change it at any time.')
          : undefined
      }
    >
      {demo && (
        <>
          <DemoRoles />
          <div className={styles.or}>{say('or sign in with an account')}</div>
        </>
      )}
      <PasswordForm focus={!demo} />
    </EntryPage>
  );
}

function PasswordForm({ focus }: { readonly focus: boolean }) {
  const enter = useEnter((body: { email: string; password: string }) => api.call(signIn, { body }));
  return (
    <form onSubmit={(event) => enter.mutate(formValues(event, ['email', 'password']))}>
      <Stack gap={4}>
        <TextField
          label={say('E-mail')}
          name="email"
          type="email"
          autoComplete="username"
          required
          autoFocus={focus}
        />
        <TextField
          label={say('Password')}
          name="password"
          type="password"
          autoComplete="current-password"
          required
        />
        {enter.error && <Notice tone="bad">{errorText(enter.error)}</Notice>}
        <Button type="submit" variant={focus ? 'primary' : 'plain'} wide busy={enter.isPending}>
          {say('Sign in')}
        </Button>
      </Stack>
    </form>
  );
}
