import { type Message, message, say } from '#web/messages/say.ts';
import type { RunProgress } from './run-code.ts';
import type { CodeLanguage, RunResult, RunStatus } from './run-request.ts';

export const languageNames: Readonly<Record<CodeLanguage, string>> = {
  python: 'Python',
  javascript: 'JavaScript',
  typescript: 'TypeScript',
  sql: 'SQL',
};

const outcomes: Readonly<Record<RunStatus, Message>> = {
  ok: message('Finished in {seconds, number} s'),
  error: message('Ended with an error after {seconds, number} s'),
  timeout: message('Ended by force after {seconds, number} s: it ran too long'),
  out_of_memory: message('Ended after {seconds, number} s: it needed more memory than allowed'),
  killed: message('Stopped after {seconds, number} s'),
};

/** How a run ended, in one line. */
export function sayOutcome({ status, durationMs }: RunResult): string {
  return say(outcomes[status], { seconds: Math.round(durationMs / 10) / 100 });
}

/** What a run is doing, in one line. */
export function sayProgress(progress: RunProgress, language: CodeLanguage): string {
  const name = languageNames[language];
  if (progress.phase === 'loading')
    return say('Loading {name}, {megabytes, number} MB so far', {
      name,
      megabytes: Math.round(progress.bytes / 100_000) / 10,
    });
  if (progress.phase === 'starting') return say('Starting {name}', { name });
  if (progress.execution === 0) return say('Running');
  return say('Running test {test, number}', { test: progress.execution });
}
