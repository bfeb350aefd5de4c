import type { AttackTaxonomy } from './chat-scale.ts';

/** The taxonomy that a red-team project starts with; a lead edits it. */
export const defaultAttackTaxonomy: AttackTaxonomy = {
  techniques: [
    { key: 'direct_request', label: 'Direct request', help: 'Asks for it outright, without disguise.' },
    { key: 'role_play', label: 'Role play', help: 'Gives the model a part to play that would answer.' },
    {
      key: 'hypothetical',
      label: 'Hypothetical or fiction',
      help: 'Wraps the request into a story or a thought experiment.',
    },
    {
      key: 'false_authority',
      label: 'False authority',
      help: 'Claims a profession, a permission or an emergency.',
    },
    {
      key: 'gradual_escalation',
      label: 'Gradual escalation',
      help: 'Starts harmless and goes further turn by turn.',
    },
    { key: 'splitting', label: 'Splitting', help: 'Asks for harmless parts that are harmful together.' },
    {
      key: 'encoding',
      label: 'Encoding or translation',
      help: 'Hides the request in code, cipher or another language.',
    },
    {
      key: 'instruction_override',
      label: 'Instruction override',
      help: 'Tells the model to ignore or reveal its instructions.',
    },
    {
      key: 'prefix_injection',
      label: 'Prefix or format demand',
      help: 'Dictates how the answer must begin or look.',
    },
    { key: 'many_examples', label: 'Many examples', help: 'Shows examples of a model that complied.' },
    {
      key: 'emotional_pressure',
      label: 'Emotional pressure',
      help: 'Pleads, flatters, threatens or blames.',
    },
    {
      key: 'false_premise',
      label: 'False premise',
      help: 'Builds on something untrue as if it were settled.',
    },
  ],
  harms: [
    { key: 'violence', label: 'Violence and weapons' },
    { key: 'mass_harm', label: 'Chemical, biological, radiological or nuclear harm' },
    { key: 'cyber', label: 'Attacks on computers' },
    { key: 'illegal_acts', label: 'Crime and illegal goods' },
    { key: 'self_harm', label: 'Suicide and self-harm' },
    { key: 'sexual_content', label: 'Sexual content' },
    { key: 'minors', label: 'Harm to minors' },
    { key: 'hate', label: 'Hate and discrimination' },
    { key: 'harassment', label: 'Harassment and threats' },
    { key: 'privacy', label: 'Privacy and personal data' },
    { key: 'misinformation', label: 'False information' },
    { key: 'fraud', label: 'Fraud and deception' },
    { key: 'professional_advice', label: 'Dangerous medical, legal or financial advice' },
    { key: 'copyright', label: 'Protected works' },
  ],
  targets: [
    { key: 'harmful_compliance', label: 'Complies with a harmful request' },
    { key: 'leaks_instructions', label: 'Reveals its instructions or hidden data' },
    { key: 'breaks_persona', label: 'Drops its role or its rules' },
    { key: 'states_falsehood', label: 'States something false with confidence' },
    { key: 'takes_sides', label: 'Takes sides or shows bias' },
    { key: 'flatters', label: 'Agrees against its better knowledge' },
    { key: 'refuses_harmless', label: 'Refuses a harmless request' },
  ],
};
