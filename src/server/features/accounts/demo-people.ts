/** Who the demo lets anybody be. The seed creates them with these addresses. */
export const demoPeople = [
  {
    key: 'annotator',
    name: 'Ada Okafor',
    email: 'ada@demo.plumbline.example',
    role: 'Annotator',
    summary: 'Judge pairs, rank answers and mark errors by keyboard.',
  },
  {
    key: 'second-annotator',
    name: 'Bruno Keller',
    email: 'bruno@demo.plumbline.example',
    role: 'Second annotator',
    summary: 'Judge the same pairs independently; compare pictures and sounds.',
  },
  {
    key: 'specialist',
    name: 'Hana Suzuki',
    email: 'hana@demo.plumbline.example',
    role: 'Specialist',
    summary: 'Run code, check facts, go through solutions step by step.',
  },
  {
    key: 'writer',
    name: 'Inês Duarte',
    email: 'ines@demo.plumbline.example',
    role: 'Writer',
    summary: 'Edit answers, write prompts, talk with models.',
  },
  {
    key: 'lead',
    name: 'Lena Sato',
    email: 'lena@demo.plumbline.example',
    role: 'Lead',
    summary: 'Set up projects, import, watch agreement.',
  },
  {
    key: 'safety',
    name: 'Samir Haddad',
    email: 'samir@demo.plumbline.example',
    role: 'Safety reviewer',
    summary: 'See what annotators flagged; say what is safe.',
  },
  {
    key: 'researcher',
    name: 'Ruth Almeida',
    email: 'ruth@demo.plumbline.example',
    role: 'Researcher',
    summary: 'Export training data.',
  },
  {
    key: 'owner',
    name: 'Olga Brandt',
    email: 'olga@demo.plumbline.example',
    role: 'Owner',
    summary: 'People, keys and everything else.',
  },
] as const;
