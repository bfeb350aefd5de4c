import { Fragment, type ReactNode } from 'react';
import { useShownLanguage } from './shown-language.ts';

/**
 * The page in one language. Texts are read while rendering and without a hook, so that pure code may say them too;
 * another language therefore builds the page anew, without a reload.
 */
export function LanguageRoot({ children }: { readonly children: ReactNode }) {
  const language = useShownLanguage();
  return <Fragment key={language}>{children}</Fragment>;
}
