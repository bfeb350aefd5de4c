/** An act that a key can do, besides giving an answer by digit. */
export interface JudgeCommand {
  readonly id: JudgeCommandId;
  readonly label: string;
  readonly group: 'Answer' | 'Move' | 'Task' | 'Reading';
  readonly defaultKey: string;
}

const list = [
  ['prefer_left', 'Prefer A, or weaken B', 'Answer', 'ArrowLeft'],
  ['prefer_right', 'Prefer B, or weaken A', 'Answer', 'ArrowRight'],
  ['both_bad', 'Both are bad, or all', 'Answer', 'X'],
  ['tie', 'Tie with the one ranked before', 'Answer', '='],
  ['not_applicable', 'Not applicable', 'Answer', 'N'],
  ['mark', 'Mark a passage', 'Answer', 'E'],
  ['run_code', 'Run the code', 'Answer', 'R'],
  ['clear_answer', 'Clear this answer, or go one place back', 'Answer', 'Backspace'],
  ['justify', 'Write why', 'Answer', 'W'],
  ['next_criterion', 'Next criterion', 'Move', 'J'],
  ['previous_criterion', 'Previous criterion', 'Move', 'K'],
  ['scroll_down', 'Scroll the texts down', 'Move', 'PageDown'],
  ['scroll_up', 'Scroll the texts up', 'Move', 'PageUp'],
  ['submit', 'Submit', 'Task', 'Enter'],
  ['undo', 'Undo the last submission or skip', 'Task', 'Mod+Z'],
  ['skip', 'Skip this task', 'Task', 'S'],
  ['flag', 'Flag for help', 'Task', 'F'],
  ['rubric_unclear', 'The rubric does not settle this', 'Task', 'Q'],
  ['pause', 'Pause', 'Task', 'P'],
  ['guidelines', 'Guidelines', 'Reading', 'G'],
  ['criterion_help', 'Help on this criterion', 'Reading', 'H'],
  ['source', 'Source or typeset text', 'Reading', 'V'],
  ['layout', 'Side by side or stacked', 'Reading', 'L'],
  ['smaller_text', 'Smaller text', 'Reading', '['],
  ['larger_text', 'Larger text', 'Reading', ']'],
  ['narrower_text', 'Shorter lines', 'Reading', '{'],
  ['wider_text', 'Longer lines', 'Reading', '}'],
  ['find', 'Find in the texts', 'Reading', '/'],
  ['find_next', 'Next place found', 'Reading', 'Mod+G'],
  ['find_previous', 'Previous place found', 'Reading', 'Mod+Shift+G'],
  ['difference', 'What two responses do not share', 'Reading', 'D'],
  ['difference_pair', 'The difference of the next two responses', 'Reading', 'Shift+D'],
  ['fold', 'Fold the beginning that is the same', 'Reading', 'C'],
  ['scrolling', 'Scroll together, by paragraph, or apart', 'Reading', 'T'],
  ['previous_response', 'Go to the response before', 'Reading', ','],
  ['next_response', 'Go to the next response', 'Reading', '.'],
  ['show_keys', 'All keys', 'Reading', '?'],
] as const satisfies readonly (readonly [string, string, JudgeCommand['group'], string])[];

export type JudgeCommandId = (typeof list)[number][0];

export const judgeCommands: readonly JudgeCommand[] = list.map(([id, label, group, defaultKey]) => ({
  id,
  label,
  group,
  defaultKey,
}));

export function isJudgeCommandId(id: string): id is JudgeCommandId {
  return judgeCommands.some((command) => command.id === id);
}
