import { useEffect } from 'react';

/** Names the page in the browser's tab and history. */
export function usePageTitle(title: string): void {
  // Synchronises with the title of the window.
  useEffect(() => {
    document.title = `${title} · Plumbline`;
  }, [title]);
}
