import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

export interface SourceFile {
  /** From the root of the repository, with slashes. */
  readonly path: string;
  readonly lines: readonly string[];
  readonly text: string;
}

/** Every file that git knows or would add, of the given endings. */
export function listSourceFiles(endings: readonly string[]): SourceFile[] {
  const output = execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate'],
    { cwd: root, encoding: 'utf8' },
  );
  const paths = output.split('\n').filter((path) => endings.some((ending) => path.endsWith(ending)));
  return paths.flatMap((path) => {
    try {
      const text = readFileSync(join(root, path), 'utf8');
      return [{ path, text, lines: text.split('\n') }];
    } catch {
      // Deleted but not yet committed.
      return [];
    }
  });
}

/** What a file imports: package imports (#…), relative paths and packages. */
export function importsOf(file: SourceFile): string[] {
  const found = file.text.matchAll(
    /(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]|(?:^|[^\w.])import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)\s*import\s+['"]([^'"]+)['"]/g,
  );
  return [...found].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}
