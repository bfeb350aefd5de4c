import { Outlet, useLocation } from '@tanstack/react-router';
import { say } from '#web/messages/say.ts';
import { useSessionQuery } from '#web/session/use-session.ts';
import { Redirect } from '#web/ui/redirect.tsx';
import styles from './shell-screen.module.css';
import { TopBar } from './top-bar.tsx';
import { UpdateLine } from './update-line.tsx';

/** The quiet frame around every page for somebody signed in. */
export function ShellScreen() {
  const { data: session } = useSessionQuery();
  const href = useLocation({ select: (location) => location.href });
  // The first-run page is on its way; going to sign in as well would send the two round in circles.
  if (session?.setupRequired) return null;
  if (!session?.person)
    return <Redirect to={href === '/' ? '/sign-in' : `/sign-in?from=${encodeURIComponent(href)}`} />;
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main">
        {say('Skip to the content')}
      </a>
      <TopBar />
      <main id="main" className={styles.main} tabIndex={-1}>
        <Outlet />
      </main>
      <UpdateLine />
    </div>
  );
}
