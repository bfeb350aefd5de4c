/** What a key press means anywhere in the designer. */
export type DesignerCommand = 'undo' | 'redo' | 'publish';

interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** The designer's undo takes the place of the text fields' own, which would know nothing of moves and switches. */
export function designerCommand(press: Press): DesignerCommand | undefined {
  if (!(press.ctrlKey || press.metaKey) || press.altKey) return undefined;
  switch (press.key.toLowerCase()) {
    case 'z':
      return press.shiftKey ? 'redo' : 'undo';
    case 'y':
      return 'redo';
    case 's':
      return 'publish';
    default:
      return undefined;
  }
}
