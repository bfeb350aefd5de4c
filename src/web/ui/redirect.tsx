import { useRouter } from '@tanstack/react-router';
import { useEffect, useEffectEvent } from 'react';

/** Goes to another page once, in place of this one; renders may repeat while that page is loading. */
export function Redirect({ to }: { readonly to: string }) {
  const { history } = useRouter();
  const go = useEffectEvent(() => history.replace(to));
  // Synchronises the address of the browser, once.
  useEffect(() => go(), []);
  return null;
}
