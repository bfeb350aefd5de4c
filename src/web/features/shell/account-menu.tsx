import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { BookOpen, LogOut, Moon, Settings, Sun, Users } from 'lucide-react';
import { signOut } from '#contract/accounts.ts';
import { say } from '#web/messages/say.ts';
import { api } from '#web/session/api.ts';
import { sessionQuery, useCan, useChangePreferences, useSession } from '#web/session/use-session.ts';
import { Menu } from '#web/ui/menu.tsx';
import { useShownTheme } from '#web/ui/theme.ts';
import { initialsOf } from './initials-of.ts';
import styles from './top-bar.module.css';

function useSignOut() {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => api.call(signOut),
    onSuccess: async () => {
      await navigate({ to: '/sign-in' });
      // Nothing that the last person saw may stay for the next one.
      queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
      await queryClient.invalidateQueries(sessionQuery);
    },
  });
}

/** Who is signed in, and what belongs to them. */
export function AccountMenu() {
  const { person, preferences } = useSession();
  const navigate = useNavigate();
  const can = useCan();
  const shown = useShownTheme();
  const change = useChangePreferences();
  const leave = useSignOut();
  const other = shown === 'dark' ? 'light' : 'dark';
  const owner = can('manage_deployment')
    ? [{ label: say('Everybody'), icon: <Users />, onSelect: () => void navigate({ to: '/people' }) }]
    : [];
  return (
    <Menu
      header={
        <span className={styles.who}>
          <span>{person.name}</span>
          <span>{person.email}</span>
        </span>
      }
      groups={[
        [
          { label: say('Settings'), icon: <Settings />, onSelect: () => void navigate({ to: '/settings' }) },
          ...owner,
          {
            label: say('API documentation'),
            icon: <BookOpen />,
            onSelect: () => void navigate({ to: '/api/docs' }),
          },
        ],
        [
          {
            label: other === 'dark' ? say('Dark theme') : say('Light theme'),
            icon: other === 'dark' ? <Moon /> : <Sun />,
            onSelect: () => change.mutate({ ...preferences, theme: other }),
          },
        ],
        [{ label: say('Sign out'), icon: <LogOut />, onSelect: () => leave.mutate() }],
      ]}
      trigger={
        <button
          type="button"
          className={styles.account}
          aria-label={say('{initials}: account of {name}', {
            initials: initialsOf(person.name),
            name: person.name,
          })}
        >
          {initialsOf(person.name)}
        </button>
      }
    />
  );
}
