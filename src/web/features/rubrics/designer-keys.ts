/** What a key press means anywhere in the designer. */
export type DesignerCommand = 'undo' | 'redo' | 'publish' | 'duplicate' | 'add';

interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** The button that the key for adding presses. */
export const addMenuId = 'add-a-criterion';

/** The designer's undo takes the place of the text fields' own, which would know nothing of moves and switches. */
export function designerCommand(press: Press): DesignerCommand | undefined {
  const isMod = press.ctrlKey || press.metaKey;
  if (press.altKey) return !isMod && press.key === 'Enter' ? 'add' : undefined;
  if (!isMod) return undefined;
  switch (press.key.toLowerCase()) {
    case 'z':
      return press.shiftKey ? 'redo' : 'undo';
    case 'y':
      return 'redo';
    case 's':
      return 'publish';
    case 'd':
      return 'duplicate';
    default:
      return undefined;
  }
}
