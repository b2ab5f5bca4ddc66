import type { DemoCircle, DemoJourney } from './demo-person.ts';

const talk = (inDays: number, accepted?: true): DemoJourney => ({
  flow: 'raadgivning',
  anchor: 'samtale',
  inDays,
  time: '14:00',
  ...(accepted ? { accepted } : {}),
});

const afternoon = (inDays: number, accepted?: true): DemoJourney => ({
  flow: 'temaeftermiddag',
  anchor: 'temadag',
  inDays,
  time: '14:30',
  ...(accepted ? { accepted } : {}),
});

const spouse = (ageBand: string, area = 'ældre hjemmeboende') => ({ relation: 'ægtefælle', ageBand, area });
const child = (ageBand: string, area = 'ældre hjemmeboende') => ({
  relation: 'voksent barn',
  ageBand,
  area,
});

/** Around old people in the north. */
export const circlesNord: readonly DemoCircle[] = [
  {
    id: 'demo-kreds-01',
    code: 'K-NRD2A1',
    unit: 'demo-nord-hjem',
    people: [
      {
        alias: 'Ægtefælle, 80, fastnet',
        line: 1,
        phone: 'landline',
        ...spouse('80+'),
        journey: talk(8),
        note: 'Har ingen mobil. Ring helst om formiddagen.',
      },
      { alias: 'Datter, 52', line: 2, ...child('50-66'), journey: talk(8), pin: true },
    ],
  },
  {
    id: 'demo-kreds-02',
    code: 'K-NRD3B2',
    unit: 'demo-nord-hjem',
    people: [
      { alias: 'Ægtefælle, 76, delt telefon', line: 3, ...spouse('67-79'), journey: talk(10) },
      { alias: 'Søn, 44, delt telefon', line: 3, shared: 'yes', ...child('30-49') },
    ],
  },
  {
    id: 'demo-kreds-03',
    code: 'K-NRD4C3',
    unit: 'demo-nord-pleje',
    apart: true,
    people: [
      { alias: 'Datter, 58', line: 5, ...child('50-66', 'demens'), journey: afternoon(24) },
      { alias: 'Søn, 55', line: 6, ...child('50-66', 'demens') },
    ],
  },
  {
    id: 'demo-kreds-04',
    code: 'K-NRD5D4',
    unit: 'demo-nord-pleje',
    people: [
      { alias: 'Ægtefælle, 84, brev', channel: 'brev', ...spouse('80+', 'plejehjem'), journey: talk(12) },
    ],
  },
  {
    id: 'demo-kreds-05',
    code: 'K-NRD6E5',
    unit: 'demo-nord-hjem',
    hold: 'paused',
    people: [{ alias: 'Datter, 61', line: 8, ...child('50-66'), journey: talk(9) }],
  },
];

/** Around old people in the south. */
export const circlesSyd: readonly DemoCircle[] = [
  {
    id: 'demo-kreds-06',
    code: 'K-SYD2A6',
    unit: 'demo-syd-hjem',
    people: [
      {
        alias: 'Ægtefælle, 71, arabisk',
        line: 9,
        language: 'ar',
        ...spouse('67-79'),
        journey: talk(-2, true),
      },
      { alias: 'Datter, 38', line: 10, ...child('30-49'), journey: afternoon(3, true) },
    ],
  },
  {
    id: 'demo-kreds-07',
    code: 'K-SYD3B7',
    unit: 'demo-syd-pleje',
    hold: 'dead',
    people: [
      { alias: 'Ægtefælle, 88', line: 11, ...spouse('80+', 'palliation'), journey: talk(6) },
      { alias: 'Barnebarn, 27', line: 12, relation: 'barnebarn', ageBand: '18-29', area: 'palliation' },
    ],
  },
  {
    id: 'demo-kreds-08',
    code: 'K-SYD4C8',
    unit: 'demo-syd-hjem',
    people: [{ alias: 'Datter, 56', line: 13, ...child('50-66'), journey: talk(7), wrote: 'STOP' }],
  },
  {
    id: 'demo-kreds-09',
    code: 'K-SYD5D9',
    unit: 'demo-syd-pleje',
    people: [
      {
        alias: 'Nevø, 41',
        line: 14,
        relation: 'anden',
        ageBand: '30-49',
        area: 'plejehjem',
        journey: afternoon(24),
        wrote: 'FORKERT',
      },
    ],
  },
  {
    id: 'demo-kreds-10',
    code: 'K-SYD6E2',
    unit: 'demo-syd-hjem',
    people: [
      {
        alias: 'Ven, 73',
        line: 15,
        relation: 'ven',
        ageBand: '67-79',
        area: 'ældre hjemmeboende',
        journey: afternoon(24),
        wrote: 'Hvor længe varer det, og må jeg tage min nabo med?',
      },
    ],
  },
];
