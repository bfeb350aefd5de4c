import { type AttackAxis, attackAxes, type ChatScale } from '#domain/chat/chat-scale.ts';
import { defaultAttackTaxonomy } from '#domain/chat/default-attack-taxonomy.ts';
import { Disclosure } from '#web/features/rubrics/disclosure.tsx';
import { type Message, message, say } from '#web/messages/say.ts';
import { Switch } from '#web/ui/switch.tsx';
import { OptionList } from './option-list.tsx';
import type { ScaleFormProps } from './scale-form-props.ts';

const axisNames: Readonly<Record<AttackAxis, Message>> = {
  techniques: message('Techniques'),
  harms: message('Harms'),
  targets: message('Target behaviours'),
};

/** Whether the conversation is an attack, and the taxonomy that files it. */
export function AttackForm({ scale, problems, onChange }: ScaleFormProps<ChatScale>) {
  const { attack } = scale;
  return (
    <div>
      <Switch
        label={say('An attack on the model')}
        hint={say('Filed by technique, harm and target behaviour; success is rated at each turn.')}
        checked={attack !== null}
        onChange={(event) =>
          onChange({ ...scale, attack: event.target.checked ? defaultAttackTaxonomy : null })
        }
      />
      {attack !== null &&
        attackAxes.map((axis) => (
          <Disclosure
            key={axis}
            title={say(axisNames[axis])}
            state={attack[axis].map(({ label }) => label).join(', ')}
            isForced={problems.below(`scale.attack.${axis}`) !== undefined}
          >
            <OptionList
              label={say(axisNames[axis])}
              options={attack[axis]}
              problems={problems}
              at={`scale.attack.${axis}`}
              onChange={(options, typing) =>
                onChange({ ...scale, attack: { ...attack, [axis]: options } }, typing)
              }
            />
          </Disclosure>
        ))}
    </div>
  );
}
