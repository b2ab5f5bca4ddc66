// Contacts for tests: a registration that is fine as it is.
import { talk } from '../../src/main/demo/seed-talks.ts';
import { type NewContact, registerContact } from '../../src/services/contacts/register-contact.ts';
import type { Staff } from '../../src/services/staff/staff.ts';
import { advisor } from './desk.ts';
import type { TestRuntime } from './runtime.ts';

/** A light conversation by telephone of half an hour, today (1 March 2027). */
export const contactForm = (
  rt: TestRuntime,
  relatives: readonly string[],
  change: Partial<NewContact> = {},
): NewContact => ({
  ...talk,
  id: rt.newId(),
  relatives,
  date: '2027-03-01',
  minutes: '30',
  level: 'let',
  themes: ['aflastning'],
  ...change,
});

/** Registers as the advisor does and gives the id. */
export const register = async (
  rt: TestRuntime,
  relatives: readonly string[],
  change: Partial<NewContact> = {},
  staff: Staff = advisor,
): Promise<string> => (await registerContact(rt, staff, contactForm(rt, relatives, change))).id;
