import { Command } from 'commander';
import type { Gateway } from '../../gateways/gateway.ts';
import { AppError } from '../../services/app-error.ts';
import { listUnits } from '../../services/organisation.ts';
import type { Runtime } from '../../services/runtime.ts';
import { INVITATION_MS } from '../../services/staff/invitation.ts';
import { inviteMember, type Place } from '../../services/staff/invite-member.ts';
import { ROLES } from '../../services/staff/staff.ts';
import { closeDatabase } from '../../store/open.ts';
import { errorWords } from '../../web/words/errors.ts';
import { type Config, readConfig, SettingError } from '../config.ts';
import { createRuntime } from '../create-runtime.ts';
import { openHouse } from '../open-house.ts';
import { InputError } from './input-error.ts';
import { print, printJson } from './print.ts';

type Options = {
  name: string;
  email: string;
  role?: string;
  unit: string[];
  allUnits?: boolean;
  emergency?: boolean;
  json?: boolean;
};

/** Sends nothing: inviting is a row in the database and a link on the screen. */
const noGateway: Gateway = {
  name: 'none',
  requestTimeoutMs: 0,
  post: async () => ({ outcome: 'untried' }),
  find: async () => ({ outcome: 'absent' }),
  list: async () => true,
  forget: async () => true,
  close: async () => undefined,
};

const collect = (value: string, all: string[]): string[] => [...all, value];

/** Units by id or by name, as they are typed. */
async function readUnits(rt: Runtime, typed: readonly string[]): Promise<string[]> {
  const units = await listUnits(rt);
  return typed.map((text) => {
    const found = units.find(
      ({ id, name }) => id === text || name.toLowerCase() === text.trim().toLowerCase(),
    );
    if (found) return found.id;
    const known = units.map(({ name }) => name).join(', ') || '–';
    throw new InputError(`--unit ${text}: findes ikke. / is not there. (${known})`);
  });
}

/** A role and its units as they were typed; an emergency account is an administrator of everything. */
async function readPlace(rt: Runtime, options: Options): Promise<Place> {
  const { role, unit, allUnits = false } = options;
  if (options.emergency) {
    if (role !== undefined || allUnits || unit.length > 0)
      throw new InputError(
        '--emergency: er altid administrator med alle enheder. / is always an administrator of all units.',
      );
    return { role: 'administrator', allUnits: true, units: [] };
  }
  if (role === undefined || !ROLES.some((one) => one === role))
    throw new InputError(`--role ${role ?? ''}: ${ROLES.join(', ')}`);
  if (!allUnits && unit.length === 0)
    throw new InputError(
      'Skriv --unit eller --all-units: uden enhed ser man ingen. / Give --unit or --all-units: without a unit one sees nobody.',
    );
  return { role, allUnits, units: await readUnits(rt, unit) };
}

async function invite(rt: Runtime, options: Options) {
  const { name, email, emergency = false } = options;
  const place = await readPlace(rt, options);
  try {
    return await inviteMember(rt, 'house', { name, email, emergency, ...place });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { da, en } = errorWords[error.code].text;
    throw new InputError(`${da} / ${en}`);
  }
}

async function run(config: Config, options: Options): Promise<void> {
  if (config.STAFF_OIDC_ISSUER && !options.emergency)
    throw new SettingError(
      'STAFF_OIDC_ISSUER',
      'is set: staff and their roles follow from that login; for an administrator on the day it is down: --emergency',
    );
  if (!config.STAFF_OIDC_ISSUER && options.emergency)
    throw new SettingError('STAFF_OIDC_ISSUER', 'is not set: invite an administrator without --emergency');
  const db = await openHouse(config);
  try {
    const rt = createRuntime(config, { db, offset: { ms: 0 }, gateway: noGateway });
    const { id, link } = await invite(rt, options);
    const hours = INVITATION_MS / 3_600_000;
    if (options.json) printJson({ id, link, hours });
    else {
      print(link);
      print(`Gælder i ${hours} timer og kan bruges én gang. / Valid for ${hours} hours, once.`);
    }
  } finally {
    await closeDatabase(db);
  }
}

/** `limen invite`: makes a member of staff and prints the link that lets one in; the first administrator comes so. */
export const inviteVerb = (): Command =>
  new Command('invite')
    .description('makes a member of staff with a local account and prints a one-time link')
    .requiredOption('--name <name>', 'as it stands at the desk')
    .requiredOption('--email <email>', 'what one logs in with')
    .option('--role <role>', ROLES.join(', '))
    .option('--unit <unit>', 'id or name of a unit, those under it included; repeat for more', collect, [])
    .option('--all-units', 'sees relatives of every unit')
    .option(
      '--emergency',
      'an administrator who gets in when the municipality’s login is down; each use raises an alert',
    )
    .option('--json', 'print as JSON')
    .action(async (options: Options) => run(readConfig(process.env), options));
