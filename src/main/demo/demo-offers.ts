// The signpost and the sources of the demo. The offers are general and invented but for public numbers.
import type { OfferContent } from '../../store/care/offers.ts';
import type { DemoUnit } from './demo-house.ts';

export type DemoOffer = { id: string; checkedDaysAgo: number; content: OfferContent };

const offer = (
  id: string,
  checkedDaysAgo: number,
  content: Omit<OfferContent, 'url' | 'validUntil'> & Partial<OfferContent>,
): DemoOffer => ({ id, checkedDaysAgo, content: { url: null, validUntil: null, ...content } });

export const demoOffers: readonly DemoOffer[] = [
  offer('demo-tilbud-netvaerk', 40, {
    title: 'Netværksgruppe for pårørende',
    text: 'Otte pårørende mødes hver anden uge sammen med en pårørendevejleder og taler om det, der fylder.',
    target: 'Pårørende til ældre, der bor hjemme, og som har brug for at møde andre i samme situation.',
    area: 'ældre hjemmeboende',
    contact: 'Demokommunens pårørendevejledning, 20 00 00 01',
    inside: 1,
  }),
  offer('demo-tilbud-kursus', 12, {
    title: 'Kursus i at mestre hverdagen',
    text: 'Fem eftermiddage om egne grænser, dårlig samvittighed og kræfter, der skal række længe.',
    target: 'Pårørende, der er trætte eller bekymrede og gerne vil have redskaber.',
    area: 'alle',
    contact: 'Demokommunens pårørendevejledning, 20 00 00 01',
    inside: 1,
  }),
  offer('demo-tilbud-aflastning', 400, {
    title: 'Aflastning i hjemmet',
    text: 'En medarbejder er hos den, der er syg, nogle timer om ugen, så den pårørende kan komme ud.',
    target: 'Ægtefæller og samlevere, der passer en syg derhjemme.',
    area: 'ældre hjemmeboende',
    contact: 'Demokommunens visitation, 20 00 00 01, hverdage 9-12',
    inside: 1,
  }),
  offer('demo-tilbud-cafe', 90, {
    title: 'Demenscafé (opdigtet)',
    text: 'Åben café den første torsdag i måneden. Man kan komme alene eller sammen.',
    target: 'Mennesker med demens og deres pårørende.',
    area: 'demens',
    contact: 'Frivilliggruppen Demohuset, 20 00 00 03',
    inside: 0,
  }),
  offer('demo-tilbud-soeskende', 200, {
    title: 'Søskendegruppe for unge (opdigtet)',
    text: 'Seks aftener for unge mellem 15 og 25 år, der har en bror eller søster med psykisk sygdom.',
    target: 'Unge søskende til mennesker i socialpsykiatrien.',
    area: 'socialpsykiatri',
    contact: 'Foreningen Demosøskende, 20 00 00 04',
    inside: 0,
  }),
  offer('demo-tilbud-boernetelefonen', 30, {
    title: 'Børnetelefonen',
    text: 'Gratis og anonym rådgivning for børn og unge under 18 år, døgnet rundt.',
    target: 'Børn og unge, der er pårørende til en, der er syg.',
    area: 'alle',
    contact: 'Telefon 116 111',
    inside: 0,
  }),
];

/** Where the demo's referrals come from. */
export const demoSources: readonly { id: string; code: string; title: string; unitId: DemoUnit }[] = [
  { id: 'demo-kilde-bibliotek', code: 'bib2nord', title: 'Biblioteket (opdigtet)', unitId: 'demo-nord-hjem' },
  {
    id: 'demo-kilde-hospital',
    code: 'hosp3syd',
    title: 'Hospitalsafdeling (opdigtet)',
    unitId: 'demo-syd-hjem',
  },
  { id: 'demo-kilde-unge', code: 'cumb4unge', title: 'Opslag på botilbuddet', unitId: 'demo-cumb-unge' },
];

/** Who waits to be called. */
export const demoReferrals = [
  {
    id: 'demo-henvisning-000001',
    source: 'demo-kilde-hospital',
    by: 'staff',
    form: {
      name: 'Pårørende 31',
      number: '20 00 00 31',
      relation: 'ægtefælle',
      area: 'ældre hjemmeboende',
      note: 'Træffes bedst om formiddagen.',
      consent: 'yes',
      byName: 'Sygeplejerske på afdelingen',
      byContact: '20 00 00 05',
    },
  },
  {
    id: 'demo-henvisning-000002',
    source: 'demo-kilde-bibliotek',
    by: 'self',
    form: {
      name: 'Pårørende 32',
      number: '20 00 00 32',
      relation: 'voksent barn',
      area: 'demens',
      note: '',
      consent: 'yes',
      byName: '',
      byContact: '',
    },
  },
] as const;
