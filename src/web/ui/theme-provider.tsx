import {
  createTheme,
  localStorageColorSchemeManager,
  type MantineColorScheme,
  MantineProvider,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import type { ReactNode } from 'react';

export type ThemeChoice = 'system' | 'light' | 'dark';

const theme = createTheme({
  fontFamily: 'var(--sans)',
  fontFamilyMonospace: 'var(--mono)',
  defaultRadius: 'var(--radius)',
  cursorType: 'pointer',
  respectReducedMotion: true,
});
/** The same key is read by public/theme-boot.js before the first paint. */
const manager = localStorageColorSchemeManager({ key: 'plumbline-theme' });

/** Gives light or dark to everything below, as the person or their system chose. */
export function ThemeProvider(props: { readonly children: ReactNode; readonly env?: 'default' | 'test' }) {
  return (
    <MantineProvider
      theme={theme}
      colorSchemeManager={manager}
      defaultColorScheme="auto"
      env={props.env ?? 'default'}
    >
      {props.children}
    </MantineProvider>
  );
}

/** The chosen theme, what it comes to now, and how to change it. */
export function useTheme() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const shown = useComputedColorScheme('light');
  const choice: ThemeChoice = colorScheme === 'auto' ? 'system' : colorScheme;
  const choose = (next: ThemeChoice) => {
    const scheme: MantineColorScheme = next === 'system' ? 'auto' : next;
    setColorScheme(scheme);
  };
  return { choice, shown, choose };
}
