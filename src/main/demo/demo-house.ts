// The house of the demo: an organisation that does not exist. Its numbers are test numbers that reach nobody.

import type { z } from 'zod';
import type { OrganisationSettings } from '../../services/organisation.ts';
import type { Role } from '../../services/staff/staff.ts';

/** What the demo organisation is called and reached by. */
export const demoOrganisation: z.input<typeof OrganisationSettings> = {
  kommune: 'Demokommunen',
  authority: 'Demokommunen, Sundhed og Omsorg (opdigtet)',
  telefon: '20 00 00 01',
  akut: '20 00 00 02',
  aabningstid: 'hverdage 8-15',
  demo: true,
};

/** Areas with their units. */
export const demoUnits = [
  { id: 'demo-nord', parentId: null, name: 'Område Nord', area: 'Nord' },
  { id: 'demo-nord-hjem', parentId: 'demo-nord', name: 'Demo Hjemmepleje Nord', area: 'Nord' },
  { id: 'demo-nord-pleje', parentId: 'demo-nord', name: 'Demo Plejehjem Nord', area: 'Nord' },
  { id: 'demo-syd', parentId: null, name: 'Område Syd', area: 'Syd' },
  { id: 'demo-syd-hjem', parentId: 'demo-syd', name: 'Demo Hjemmepleje Syd', area: 'Syd' },
  { id: 'demo-syd-pleje', parentId: 'demo-syd', name: 'Demo Plejehjem Syd', area: 'Syd' },
  {
    id: 'demo-cumb',
    parentId: null,
    name: 'CUMB, Center for Unge og Midlertidige Botilbud',
    area: 'CUMB',
  },
  { id: 'demo-cumb-unge', parentId: 'demo-cumb', name: 'Demo Botilbud for Unge', area: 'CUMB' },
  { id: 'demo-cumb-midlertidig', parentId: 'demo-cumb', name: 'Demo Midlertidigt Botilbud', area: 'CUMB' },
  { id: 'demo-cumb-stoette', parentId: 'demo-cumb', name: 'Demo Støtte i Egen Bolig', area: 'CUMB' },
] as const;

export type DemoUnit = (typeof demoUnits)[number]['id'];

/** One member of staff a role, by function and not by name. */
export const demoStaff: readonly { id: string; role: Role; name: string }[] = [
  { id: 'demo-advisor', role: 'advisor', name: 'Demo-rådgiver' },
  { id: 'demo-coordinator', role: 'coordinator', name: 'Demo-koordinator' },
  { id: 'demo-administrator', role: 'administrator', name: 'Demo-administrator' },
  { id: 'demo-reader', role: 'reader', name: 'Demo-læser' },
];

/** Who has done everything the demo begins with. */
export const demoAdvisor = { id: 'demo-advisor', role: 'advisor', units: 'all' } as const;
