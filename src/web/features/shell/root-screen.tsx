import { Outlet, useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { say } from '#web/messages/say.ts';
import { chooseLanguage } from '#web/messages/shown-language.ts';
import { useSessionQuery } from '#web/session/use-session.ts';
import { ErrorState } from '#web/ui/error-state.tsx';
import { Page } from '#web/ui/page-header.tsx';
import { Redirect } from '#web/ui/redirect.tsx';
import { chooseTheme } from '#web/ui/theme.ts';

/** Knows who is signed in before anything else is shown; a new deployment goes to its first-run page. */
export function RootScreen() {
  const { data: session, error, refetch } = useSessionQuery();
  const path = useLocation({ select: (location) => location.pathname });
  const preferences = session?.person ? session.preferences : undefined;
  const theme = preferences?.theme;
  const language = preferences?.language;
  const size = preferences?.fontSizePx;
  const measure = preferences?.measureCharacters;

  // Synchronises the theme of the document with what the person chose on any device.
  useEffect(() => {
    if (theme) chooseTheme(theme);
  }, [theme]);

  // Synchronises the language of the document with what the person chose on any device.
  useEffect(() => {
    if (language) void chooseLanguage(language);
  }, [language]);

  // Synchronises the type of model text, which is read from these two properties of the document.
  useEffect(() => {
    const { style } = document.documentElement;
    if (size) style.setProperty('--reading-size', `${size}px`);
    if (measure) style.setProperty('--reading-measure', `${measure}ch`);
  }, [size, measure]);

  if (session === undefined && error !== null) {
    return (
      <Page width="narrow">
        <ErrorState error={error} title={say('Plumbline cannot be reached')} onRetry={() => void refetch()} />
      </Page>
    );
  }
  if (session === undefined) return null;
  if (session.setupRequired && path !== '/setup') return <Redirect to="/setup" />;
  return <Outlet />;
}
