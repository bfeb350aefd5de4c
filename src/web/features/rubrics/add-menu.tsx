import { Plus } from 'lucide-react';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { Menu } from '#web/ui/menu.tsx';
import { criterionRecipes } from './criterion-recipes.ts';
import { addMenuId } from './designer-keys.ts';
import type { RubricEdit } from './editor/rubric-edit.ts';

/** Criteria to add, named by what they are for; arrow keys and first letters choose. */
export function AddMenu({ onEdit }: { readonly onEdit: (edit: RubricEdit) => void }) {
  return (
    <Menu
      align="start"
      trigger={
        <Button id={addMenuId} size="small" variant="quiet" icon={<Plus />} keyHint="Alt+Enter">
          {say('Add a criterion')}
        </Button>
      }
      groups={criterionRecipes.map((group) =>
        group.map(({ name, hint, target, scale }) => ({
          label: say(name),
          hint: say(hint),
          onSelect: () => onEdit({ kind: 'add', target, scale }),
        })),
      )}
    />
  );
}
