import type { DemoCircle, DemoJourney } from './demo-person.ts';

const welcome = (inDays: number, accepted?: true): DemoJourney => ({
  flow: 'velkomst',
  anchor: 'indflytning',
  inDays,
  ...(accepted ? { accepted } : {}),
});

const sibling = (ageBand: string) => ({ relation: 'søskende', ageBand, area: 'socialpsykiatri' });
const parent = (ageBand: string) => ({ relation: 'forælder', ageBand, area: 'socialpsykiatri' });

/** Around young people of CUMB. */
export const circlesCumb: readonly DemoCircle[] = [
  {
    id: 'demo-kreds-11',
    code: 'K-CMB2A3',
    unit: 'demo-cumb-unge',
    consentChecked: true,
    people: [
      { alias: 'Bror, 22', line: 16, ...sibling('18-29'), journey: welcome(9), pin: true },
      { alias: 'Mor, 51', line: 17, ...parent('50-66'), journey: welcome(9), pin: true },
    ],
  },
  {
    id: 'demo-kreds-12',
    code: 'K-CMB3B4',
    unit: 'demo-cumb-unge',
    people: [
      {
        alias: 'Far, 55',
        line: 18,
        ...parent('50-66'),
        journey: welcome(-4, true),
        pin: true,
        wrote: 'Jeg kan bedst tale efter kl. 16. Passer det jer?',
      },
      {
        alias: 'Søster, 16',
        line: 19,
        ...sibling('0-17'),
        guardian: 'Aftalt med far, der er forælder.',
      },
    ],
  },
  {
    id: 'demo-kreds-13',
    code: 'K-CMB4C5',
    unit: 'demo-cumb-midlertidig',
    people: [
      {
        alias: 'Mor, 48',
        line: 20,
        ...parent('30-49'),
        journey: welcome(-2, true),
        wrote: 'Jeg kan snart ikke mere.',
      },
      { alias: 'Far, 50', line: 21, ...parent('50-66') },
    ],
  },
  {
    id: 'demo-kreds-14',
    code: 'K-CMB5D6',
    unit: 'demo-cumb-stoette',
    people: [{ alias: 'Søster, 27', line: 22, ...sibling('18-29'), journey: welcome(-20, true) }],
  },
  {
    id: 'demo-kreds-15',
    code: 'K-CMB6E7',
    unit: 'demo-cumb-midlertidig',
    consentChecked: true,
    people: [
      {
        alias: 'Kæreste, 24',
        line: 23,
        relation: 'ægtefælle',
        ageBand: '18-29',
        area: 'socialpsykiatri',
        journey: welcome(5),
      },
      {
        alias: 'Mor, 46, engelsk',
        line: 24,
        language: 'en',
        tiltale: 'friend',
        ...parent('30-49'),
        journey: welcome(12),
      },
    ],
  },
];
