// The shape of the demo's people. They are roles, never names; every number is from the range +4520000001 to +4520009999,
// the landline too: it is one because staff said so, since a number of the landline prefixes could be somebody's.
import type { RelativeForm } from '../../services/relatives/check-relative.ts';
import type { DemoUnit } from './demo-house.ts';

/** A journey someone is walking: the flow, its date in days from now (with a time where the flow wants one), and whether the invitation was accepted. */
export type DemoJourney = {
  flow: 'velkomst' | 'raadgivning' | 'temaeftermiddag';
  anchor: string;
  inDays: number;
  time?: string;
  accepted?: true;
};

export type DemoPerson = {
  alias: string;
  /** The last digits of +45200001xx; someone without is written to by letter. */
  line?: number;
  relation: string;
  area: string;
  ageBand: string;
  journey?: DemoJourney;
  /** A PIN was handed over. */
  pin?: true;
  /** What they have written by SMS. */
  wrote?: string;
} & Partial<RelativeForm>;

export type DemoCircle = {
  id: string;
  code: string;
  unit: DemoUnit;
  /** "Hver for sig". */
  apart?: true;
  /** The resident's consent was checked. */
  consentChecked?: true;
  hold?: 'paused' | 'dead';
  people: readonly DemoPerson[];
};

/** The telephone number of someone in the demo. */
export const demoNumber = ({ line }: Pick<DemoPerson, 'line'>): string | undefined =>
  line === undefined ? undefined : `+45200001${String(line).padStart(2, '0')}`;
