import type { PhoneNetwork } from '../../gateways/phone/phone.ts';

/** What the simulated phones need besides the runtime. */
export type Phones = {
  network: PhoneNetwork;
  /** The alias of whoever has the number. */
  nameOf: (number: string) => Promise<string | undefined>;
  /** Phones that are there before their first SMS. */
  numbers: readonly string[];
};
