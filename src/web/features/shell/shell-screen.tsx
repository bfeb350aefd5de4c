import { Navigate, Outlet, useLocation } from '@tanstack/react-router';
import { useSessionQuery } from '#web/session/use-session.ts';
import styles from './shell-screen.module.css';
import { TopBar } from './top-bar.tsx';

/** The quiet frame around every page for somebody signed in. */
export function ShellScreen() {
  const { data: session } = useSessionQuery();
  const from = useLocation({ select: (location) => location.href });
  if (!session?.person) {
    return <Navigate to="/sign-in" search={from === '/' ? {} : { from }} replace />;
  }
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main">
        Skip to the content
      </a>
      <TopBar />
      <main id="main" className={styles.main} tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}
